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
        <Link className="plain push" href="/sign-in">
          {t('staff')}
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
        </div>
      </footer>
    </>
  )
}
