import { useTranslations } from 'next-intl'
import type { Channel } from '@/lib/domain/messages/channels'
import styles from './book-for.module.css'

type TellRowProps = {
  /** By what the patient can be told. */
  channels: readonly Channel[]
  told: readonly Channel[]
  change: (told: Channel[]) => void
}

/** By what the patient is told: by each channel that can reach them, or by nothing but the voice on the phone. */
export function TellRow({ channels, told, change }: TellRowProps) {
  const t = useTranslations('book_for')
  if (channels.length === 0) return <p className="soft small">{t('unreachable')}</p>
  return (
    <div className={styles.choices}>
      {channels.map((channel) => (
        <label key={channel} className={styles.choice}>
          <input
            type="checkbox"
            name={channel}
            value="on"
            checked={told.includes(channel)}
            onChange={({ target }) =>
              change(target.checked ? [...told, channel] : told.filter((other) => other !== channel))
            }
          />
          {t(`tell_${channel}`)}
        </label>
      ))}
      <p className="small soft">{t('tell_hint')}</p>
    </div>
  )
}
