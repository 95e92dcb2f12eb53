import { FlaskConical } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Desk } from '@/app/desk'
import { ChannelNav } from '@/components/channel-nav'
import { MessageList } from '@/components/message-list'
import { MessageReader } from '@/components/message-reader'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { countMessages, findMessage, listMessages } from '@/lib/queries/messages'
import { findSignedIn, requireRole } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') }
}

/** Mail and SMS as they arrive. In the demo anybody may read it; elsewhere only an admin. */
export default async function InboxPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const isDemo = env().CARNET_DEMO === 'on'
  const user = isDemo ? await findSignedIn() : await requireRole('admin')
  const { message, channel: asked } = await searchParams
  const key = typeof message === 'string' && message ? message : undefined
  const channel = asked === 'email' || asked === 'sms' ? asked : null
  const [t, messages, counts, chosen] = await Promise.all([
    getTranslations('inbox'),
    listMessages(db(), channel),
    countMessages(db()),
    key ? findMessage(db(), key) : undefined,
  ])
  if (key && !chosen) notFound()
  return (
    <Desk user={user} current="inbox">
      {isDemo && (
        <aside className="demo" aria-label={t('demo')}>
          <FlaskConical className="icon" aria-hidden="true" />
          {t(env().RESEND_API_KEY ? 'strip_resend' : 'strip')}
        </aside>
      )}
      <main id="main" className="wrap">
        <div className="head">
          <h1>{t('title')}</h1>
          <ChannelNav current={channel} counts={counts} />
        </div>
        <div className="mailgrid pb-8">
          <MessageList messages={messages} current={key} channel={channel} />
          <MessageReader message={chosen} canOpenSaga={user?.role === 'admin' || user?.role === 'staff'} />
        </div>
      </main>
    </Desk>
  )
}
