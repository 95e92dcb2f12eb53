import { type LucideIcon, Mail, MessageSquareText } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { Channel } from '@/lib/domain/messages/channels'
import { shownPhone } from '@/lib/domain/people/shown-phone'
import styles from './inbox.module.css'

type ListedMessage = { key: string; channel: Channel; to: string; subject: string; sentAt: string }

const icons: Record<Channel, LucideIcon> = { mail: Mail, sms: MessageSquareText }

/** The newest messages, each a link. */
export function MessageList({
  messages,
  current,
  channel,
}: {
  messages: readonly ListedMessage[]
  current: string | undefined
  /** What the list is narrowed to, and stays narrowed to when a message is opened. */
  channel: Channel | null
}) {
  const t = useTranslations('inbox')
  return (
    <section className={current ? 'sheet not-on-phone' : 'sheet'} aria-label={t('list')}>
      {messages.length === 0 && <p className="padded soft">{t('empty')}</p>}
      <ol className={styles.messages}>
        {messages.map(({ key, channel: own, to, subject, sentAt }) => {
          const Icon = icons[own]
          return (
            <li key={key}>
              <Link
                prefetch={false}
                className={styles.message}
                href={{ pathname: '/inbox', query: { message: key, ...(channel && { channel }) } }}
                aria-current={key === current ? 'true' : undefined}
              >
                <Icon className="icon" role="img" aria-label={t(own)} />
                <b>{shownPhone(to)}</b>
                <Time at={sentAt} form="short" />
                <span className="sub" data-testid="subject">
                  {subject}
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
