import { Activity, Building2, CalendarDays, Clock, ListChecks, LogOut, Mail, Waypoints } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LanguageSwitch } from './language-switch'
import { Mark } from './mark'

const pages = {
  calendar: { href: '/calendar', Icon: CalendarDays },
  day: { href: '/day', Icon: ListChecks },
  hours: { href: '/hours', Icon: Clock },
  sagas: { href: '/sagas', Icon: Waypoints },
  health: { href: '/health', Icon: Activity },
  clinic: { href: '/clinic', Icon: Building2 },
  inbox: { href: '/inbox', Icon: Mail },
} as const
export type DeskPage = keyof typeof pages

type DeskFrameProps = {
  /** The pages this person may open. */
  open: readonly DeskPage[]
  current: DeskPage
  /** Who is signed in; nobody on a page that is open to all. */
  name?: string | undefined
  attention?: number
  setLocale: (form: FormData) => Promise<void>
  signOut: () => Promise<void>
  children: ReactNode
}

/** What surrounds every page of doctors and staff. On a phone the navigation goes under the thumb. */
export function DeskFrame({ open, current, name, attention = 0, setLocale, signOut, children }: DeskFrameProps) {
  const t = useTranslations('desk')
  const tp = useTranslations('page')
  return (
    <div className="desk">
      <a className="skip" href="#main">
        {tp('skip')}
      </a>
      <header className="desk-top">
        <div className="wrap top">
          <Link className="brand" href="/" aria-label={tp('home')}>
            <Mark />
            Carnet
          </Link>
          <nav className="desk-nav" aria-label={t('nav')}>
            {open.map((page) => {
              const { href, Icon } = pages[page]
              return (
                <Link key={page} href={href as Route} aria-current={page === current ? 'page' : undefined}>
                  <Icon className="icon" aria-hidden="true" />
                  {t(page)}
                  {page === 'sagas' && attention > 0 && (
                    <span className="count">
                      <span className="vh">{t('attention')} </span>
                      {attention}
                    </span>
                  )}
                </Link>
              )
            })}
          </nav>
          <div className="push row">
            {name && <span className="who hide-s">{name}</span>}
            {name && (
              <form action={signOut}>
                <button type="submit" className="btn bare s" aria-label={t('sign_out')} title={t('sign_out')}>
                  <LogOut className="icon" aria-hidden="true" />
                </button>
              </form>
            )}
            <LanguageSwitch action={setLocale} />
          </div>
        </div>
      </header>
      {children}
    </div>
  )
}
