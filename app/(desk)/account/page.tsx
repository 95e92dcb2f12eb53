import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { changeOwnPasswordAction } from '@/app/actions/desk/change-own-password'
import { endOtherSessionsAction } from '@/app/actions/desk/end-other-sessions'
import { requirePage } from '@/app/require-page'
import { PasswordForm } from '@/components/account/password-form'
import { SessionList } from '@/components/account/session-list'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { listSessions } from '@/lib/queries/people/sessions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('account') }
}

/** What belongs to who is signed in: their password, and where they are signed in. */
export default async function AccountPage({ searchParams }: { searchParams: Promise<{ changed?: string }> }) {
  const { user } = await requirePage('/account')
  const [t, sessions, { changed }] = await Promise.all([
    getTranslations('account'),
    listSessions(db(), user.id, isoNow()),
    searchParams,
  ])
  return (
    <main id="main" className="page">
      <div className="page-head">
        <h1>{t('title', { name: user.name })}</h1>
      </div>
      <div className="two-columns even">
        <section className="sheet padded stack gap-4" aria-labelledby="password-title">
          <h2 id="password-title">{t('password')}</h2>
          <PasswordForm action={changeOwnPasswordAction} isChanged={changed === 'yes'} />
        </section>
        <section className="sheet padded stack gap-4" aria-labelledby="sessions">
          <h2 id="sessions">{t('sessions')}</h2>
          <SessionList action={endOtherSessionsAction} sessions={sessions} own={user.sessionId} />
        </section>
      </div>
    </main>
  )
}
