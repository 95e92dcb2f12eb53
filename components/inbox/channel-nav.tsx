import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type Channel, channelNames } from '@/lib/domain/messages/channels'

/** All messages, or only those of one channel, each with its number. */
export function ChannelNav({ current, counts }: { current: Channel | null; counts: Record<Channel, number> }) {
  const t = useTranslations('inbox')
  const choices = [
    { channel: null, word: t('all'), count: channelNames.reduce((sum, channel) => sum + counts[channel], 0) },
    ...channelNames.map((channel) => ({ channel, word: t(channel), count: counts[channel] })),
  ]
  return (
    <nav className="segments push" aria-label={t('channels')}>
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
