import type { Route } from 'next'
import Link from 'next/link'
import { useTimeZone, useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { refusedField } from '@/components/form/refused'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { Time } from '@/components/ui/time'
import { dayParts, partOf } from '@/lib/views/clock/day-parts'
import type { FormAnswer } from '@/lib/web/form-answer'
import type { FreeDay } from './book-for'
import styles from './book-for.module.css'

type HoursRowProps = {
  days: readonly FreeDay[]
  /** The hour that the page was opened for where it is none of theirs (ISO instant). */
  asked: string | undefined
  chosen: string
  choose: (slot: string) => void
  /** The days after these, and the first ones. */
  later: Route
  first: Route | undefined
  answer: FormAnswer
}

/** When: the next days with free hours, other days, and any other time. */
export function HoursRow({ days, asked, chosen, choose, later, first, answer }: HoursRowProps) {
  const t = useTranslations('book_for')
  const refusalOf = useRefusalOf(answer)
  const timeZone = useTimeZone() ?? 'UTC'
  const hour = (at: string, form: 'clock' | 'dayAndClock') => (
    <label key={at} className={styles.hour}>
      <input
        type="radio"
        name="slot"
        value={at}
        checked={chosen === at}
        onChange={() => choose(at)}
        {...refusedField(chosen === at && refusalOf('slot'))}
      />
      <Time at={at} form={form} />
    </label>
  )
  return (
    <div className={styles.days} role="radiogroup" aria-labelledby="when">
      {asked && <div className={styles.hours}>{hour(asked, 'dayAndClock')}</div>}
      {days.length === 0 && <p className="soft">{t('none_free')}</p>}
      {days.map(({ day, at, hours }) => (
        <div key={day} className={styles.day}>
          <span className="sentence strong">
            <Time at={at} form="day" />
          </span>
          <div className={styles.hours}>
            {dayParts.map((part) => {
              const own = hours.filter((start) => partOf(start, timeZone) === part)
              if (own.length === 0) return null
              return [<b key={part}>{t(part)}</b>, ...own.map((start) => hour(start, 'clock'))]
            })}
          </div>
        </div>
      ))}
      <p className="row small">
        <Link prefetch={false} scroll={false} href={later}>
          {t('later_days')}
        </Link>
        {first && (
          <Link prefetch={false} scroll={false} href={first}>
            {t('first_days')}
          </Link>
        )}
      </p>
      <div className={styles.other}>
        <label className={styles.choice} style={{ justifySelf: 'start' }}>
          <input type="radio" name="slot" value="other" checked={chosen === 'other'} onChange={() => choose('other')} />
          {t('other')}
        </label>
        <div className={styles.otherFields}>
          <Field
            name="day"
            label={t('other_day')}
            type="date"
            defaultValue={answer.values.day}
            refusal={refusalOf('day')}
          />
          <Field
            name="clock"
            label={t('other_clock')}
            limit="clock"
            inputMode="numeric"
            placeholder="14:10"
            autoComplete="off"
            defaultValue={answer.values.clock}
            refusal={refusalOf('clock')}
          />
        </div>
      </div>
    </div>
  )
}
