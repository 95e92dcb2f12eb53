import { Mail, MessageSquareText } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from './time'

type ListedMessage = { key: string; channel: 'email' | 'sms'; to: string; subject: string; sentAt: string }

/** The newest messages, each a link. */
export function MessageList({
  messages,
  current,
  channel,
}: {
  messages: readonly ListedMessage[]
  current: string | undefined
  /** What the list is narrowed to, and stays narrowed to when a message is opened. */
  channel: ListedMessage['channel'] | null
}) {
  const t = useTranslations('inbox')
  return (
    <section className={current ? 'sheet hide-s' : 'sheet'} aria-label={t('list')}>
      {messages.length === 0 && <p className="pad soft">{t('empty')}</p>}
      <ol className="msgs">
        {messages.map(({ key, channel: own, to, subject, sentAt }) => {
          const Icon = own === 'sms' ? MessageSquareText : Mail
          return (
            <li key={key}>
              <Link
                prefetch={false}
                className="msg"
                href={{ pathname: '/inbox', query: { message: key, ...(channel && { channel }) } }}
                aria-current={key === current ? 'true' : undefined}
              >
                <Icon className="icon" role="img" aria-label={t(own)} />
                <b>{to}</b>
                <Time at={sentAt} form="short" />
                <span className="sub">{subject}</span>
              </Link>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
