import { FlaskConical } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { deskPages } from '@/app/(desk)/pages'
import { requirePage } from '@/app/require-page'
import { ChannelNav } from '@/components/inbox/channel-nav'
import styles from '@/components/inbox/inbox.module.css'
import { MessageList } from '@/components/inbox/message-list'
import { MessageReader } from '@/components/inbox/message-reader'
import { db } from '@/lib/db/client'
import { isChannel } from '@/lib/domain/messages/channels'
import {
  countMessages,
  findMessage,
  listMessages,
  type MessageDetail,
  type MessageSummary,
} from '@/lib/queries/saga/messages'
import { env } from '@/lib/settings/env'
import { withoutLinks } from '@/lib/views/without-links'
import { isOpenTo } from '@/lib/web/access'
import { findSignedIn } from '@/lib/web/signed-in'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') }
}

/** Mail and SMS as they arrive. In the demo anybody may read it; elsewhere only an admin. */
export default async function InboxPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  await requirePage('/inbox')
  const user = await findSignedIn()
  const isDemo = env().CARNET_DEMO === 'on'
  const { message, channel: asked } = await searchParams
  const key = typeof message === 'string' && message ? message : undefined
  const channel = isChannel(asked) ? asked : null
  const [t, messages, counts, chosen] = await Promise.all([
    getTranslations('inbox'),
    listMessages(db(), channel),
    countMessages(db()),
    key ? findMessage(db(), key) : undefined,
  ])
  if (key && !chosen) notFound()
  return (
    <>
      {isDemo && (
        <aside className={styles.strip} aria-label={t('demo')}>
          <FlaskConical className="icon" aria-hidden="true" />
          {t(env().RESEND_API_KEY ? 'strip_resend' : 'strip')}
        </aside>
      )}
      <main id="main" className="page">
        <div className="page-head">
          <h1>{t('title')}</h1>
          <ChannelNav current={channel} counts={counts} />
        </div>
        <div className={`${styles.mailGrid} below-6`}>
          <MessageList messages={isDemo ? messages : messages.map(unlinked)} current={key} channel={channel} />
          <MessageReader
            message={isDemo ? chosen : chosen && unlinkedWhole(chosen)}
            canOpenSaga={isOpenTo(deskPages['/sagas'].access, user?.role)}
          />
        </div>
      </main>
    </>
  )
}

/** Where the inbox is not where mail arrives, whoever reads it opens no patient's page by it. */
function unlinked<Message extends MessageSummary>(message: Message): Message {
  return { ...message, subject: withoutLinks(message.subject) }
}

/** The same of all that a message says. Its calendar file has the link in it. */
function unlinkedWhole({ text, html, ...message }: MessageDetail): MessageDetail {
  return { ...unlinked(message), text: withoutLinks(text), html: html && withoutLinks(html), ics: null }
}
