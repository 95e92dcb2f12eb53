import { CalendarCheck } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import styles from './frame.module.css'
import { LanguageSwitch } from './language-switch'
import { Mark } from './mark'
import { type FootedClinic, PatientFooter } from './patient-footer'

type PatientFrameProps = {
  clinic: FootedClinic
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
      <header className={`page ${styles.top} ${styles.wraps} not-printed`}>
        <Link className={styles.brand} href="/" aria-label={t('home')}>
          <Mark />
          Carnet
        </Link>
        <Link prefetch={false} className={`${styles.plain} push`} href={'/my-visits' as Route}>
          <CalendarCheck className="icon" aria-hidden="true" />
          {t('my_visits')}
        </Link>
        <LanguageSwitch action={setLocale} />
      </header>
      <main id="main" className="page">
        {children}
      </main>
      <PatientFooter clinic={clinic} />
    </>
  )
}
