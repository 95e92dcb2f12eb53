import { useTranslations } from 'next-intl'
import { Day } from '@/components/ui/day'
import type { SlotDay } from '@/components/visit/slots/slot-days'
import styles from './hours.module.css'

/** What patients find free over the next seven days, by day. */
export function FreeWeek({ days }: { days: readonly SlotDay[] }) {
  const t = useTranslations('hours')
  return (
    <ol className={styles.freeWeek} aria-label={t('free_week')}>
      {days.map(({ day, slots }) => (
        <li key={day} {...(slots.length === 0 && { className: 'mute' })}>
          <span className="small">
            <Day day={day} form="weekday" /> <Day day={day} form="number" />
          </span>
          <span className="numeric strong">{slots.length}</span>
          <span className="small">{t('free', { count: slots.length })}</span>
        </li>
      ))}
    </ol>
  )
}
