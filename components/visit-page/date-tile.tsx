import { useLocale, useTimeZone } from 'next-intl'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { dayWords, shortMonthOf } from '@/lib/views/wording'
import styles from './visit-page.module.css'

/** A day in the margin, as a calendar on a wall shows it: weekday, number, month. */
export function DateTile({ at }: { at: string }) {
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  const day = clinicDayOf(at, timeZone)
  return (
    <div className={styles.tile}>
      <small>{dayWords(day, 'weekday', locale)}</small> <b>{dayWords(day, 'number', locale)}</b>{' '}
      <small>{shortMonthOf(at, { locale, timeZone })}</small>
    </div>
  )
}
