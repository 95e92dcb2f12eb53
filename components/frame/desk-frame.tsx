import { CircleUserRound, type LucideIcon } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FindAnybody } from '@/components/find/find-anybody'
import { DeskKeysHelp } from './desk-keys-help'
import navStyles from './desk-nav.module.css'
import { DeskNavLink } from './desk-nav-link'
import styles from './frame.module.css'
import { LanguageSwitch } from './language-switch'
import { Mark } from './mark'
import { SignOutButton } from './sign-out-button'

/** A link of the navigation. */
export type DeskLink = {
  href: string
  /** The first parts of the addresses on which it is marked. */
  marks: readonly string[]
  Icon: LucideIcon
  label: string
  /** How much waits there for somebody. */
  attention: number
}

type DeskFrameProps = {
  /** The pages this person may open. */
  links: readonly DeskLink[]
  /** Who is signed in; nobody on a page that is open to all. */
  name?: string | undefined
  setLocale: (form: FormData) => Promise<void>
  signOut: () => Promise<void>
  /** Whether this person may look for patients. */
  finds: boolean
  children: ReactNode
}

/** What surrounds every page of doctors and staff. On a phone the navigation goes under the thumb. */
export function DeskFrame({ links, name, setLocale, signOut, finds, children }: DeskFrameProps) {
  const t = useTranslations('desk')
  const tp = useTranslations('page')
  return (
    <div className="desk">
      <a className="skip" href="#main">
        {tp('skip')}
      </a>
      <header className={`${styles.deskTop} not-printed`}>
        <div className={`page ${styles.top} ${styles.wraps}`}>
          <Link className={styles.brand} href="/" aria-label={tp('home')}>
            <Mark />
            Carnet
          </Link>
          <nav className={navStyles.nav} aria-label={t('nav')}>
            {links.map(({ href, marks, Icon, label, attention }) => (
              <DeskNavLink key={href} href={href} marks={marks}>
                <Icon className="icon" aria-hidden="true" />
                {label}
                {attention > 0 && (
                  <span className="count">
                    <span className="visually-hidden">{t('attention')} </span>
                    {attention}
                  </span>
                )}
              </DeskNavLink>
            ))}
          </nav>
          <div className="push row">
            {finds && <FindAnybody />}
            {name && (
              <Link className={styles.who} prefetch={false} href={'/account' as Route} title={t('account')}>
                <CircleUserRound className="icon" aria-hidden="true" />
                <span>{name}</span>
              </Link>
            )}
            {name && (
              <form action={signOut}>
                <SignOutButton />
              </form>
            )}
            <LanguageSwitch action={setLocale} />
          </div>
        </div>
      </header>
      {children}
      <DeskKeysHelp />
    </div>
  )
}
