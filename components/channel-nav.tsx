import Link from 'next/link'
import { useTranslations } from 'next-intl'

type Channel = 'email' | 'sms'

/** All messages, or only those of one channel, each with its number. */
export function ChannelNav({ current, counts }: { current: Channel | null; counts: Record<Channel, number> }) {
  const t = useTranslations('inbox')
  const choices = [
    { channel: null, word: t('all'), count: counts.email + counts.sms },
    { channel: 'email', word: t('email'), count: counts.email },
    { channel: 'sms', word: t('sms'), count: counts.sms },
  ] as const
  return (
    <nav className="seg push" aria-label={t('channels')}>
      {choices.map(({ channel, word, count }) => (
        <Link
          key={word}
          prefetch={false}
          href={{ pathname: '/inbox', query: channel ? { channel } : {} }}
          aria-current={channel === current ? 'page' : undefined}
        >
          {word} {count}
        </Link>
      ))}
    </nav>
  )
}
