import { Clock } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { doctorName, doctorShortName } from '@/lib/domain/people/doctor-name'
import type { BoardColumn } from './board'
import styles from './day-board.module.css'

type BoardHeadProps = {
  column: BoardColumn
  /** How many visits hold their time. */
  visits: number
  /** By how many minutes the doctor is late; undefined on another day, or while nobody can say. */
  delay: number | undefined
}

/** So late nobody need know of it, and so late somebody should see it; in minutes. */
const noticed = 5
const long = 15

/** Whose column it is, how much of it is taken and free, and how late the doctor is. */
export function BoardHead({ column: { doctor, day, free, isAway }, visits, delay }: BoardHeadProps) {
  const t = useTranslations('board')
  const ts = useTranslations('specialty')
  const locale = useLocale()
  const isLate = delay !== undefined && delay >= noticed
  return (
    <header className={styles.head}>
      <div className={styles.who}>
        <h2>
          <Link prefetch={false} href={`/day?doctor=${doctor.slug}&date=${day.day}`} title={doctorName(doctor, locale)}>
            {doctorShortName(doctor, locale)}
          </Link>
        </h2>
        <Link
          prefetch={false}
          className={styles.hoursLink}
          href={`/day/hours?doctor=${doctor.slug}&date=${day.day}`}
          title={t('hours_of', { doctor: doctorShortName(doctor, locale) })}
          aria-label={t('hours_of', { doctor: doctorShortName(doctor, locale) })}
        >
          <Clock className="icon" aria-hidden="true" />
        </Link>
      </div>
      <span className={isAway || (isLate && delay >= long) ? 'state attention' : 'soft'} data-delay={delay}>
        {isAway
          ? t('away')
          : isLate
            ? t('delay', { minutes: delay })
            : delay !== undefined && visits > 0 && t('on_time')}
      </span>
      <small>{ts(doctor.specialty as 'general')}</small>
      <small className="numeric" data-counts>
        {t('head_counts', { visits, free: free.length })}
      </small>
    </header>
  )
}
