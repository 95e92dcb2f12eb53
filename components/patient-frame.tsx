import { CalendarCheck } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LanguageSwitch } from './language-switch'
import { Mark } from './mark'
import { PhoneLink } from './phone-link'

type PatientFrameProps = {
  clinic: { name: string; address: string; phone: string }
  setLocale: (form: FormData) => Promise<void>
  children: ReactNode
}

/** What surrounds every page a patient sees. */
export function PatientFrame({ clinic, setLocale, children }: PatientFrameProps) {
  const t = useTranslations('page')
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="wrap top">
        <Link className="brand" href="/" aria-label={t('home')}>
          <Mark />
          Carnet
        </Link>
        <Link prefetch={false} className="plain push" href={'/my-visits' as Route}>
          <CalendarCheck className="icon" aria-hidden="true" />
          {t('my_visits')}
        </Link>
        <LanguageSwitch action={setLocale} />
      </header>
      <main id="main" className="wrap">
        {children}
      </main>
      <footer className="wrap">
        <div className="foot row">
          <span>
            {clinic.name}, {clinic.address}
          </span>
          <PhoneLink phone={clinic.phone} />
          <Link prefetch={false} href="/sign-in">
            {t('staff')}
          </Link>
        </div>
      </footer>
    </>
  )
}
