import { CircleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { refusedField } from '@/components/form/refused'
import { Day } from '@/components/ui/day'
import { limits } from '@/lib/domain/limits'
import type { DraftRow } from '@/lib/domain/schedule/hours-draft'
import styles from './hours.module.css'

type HoursRowProps = {
  row: DraftRow
  /** Which line of which day it is, for whoever hears it. */
  about: { day: string; number: number }
  refusalOf: (field: string) => string | undefined
}

/** One line of the editor: from when to when; an opening may hold for some time only. */
export function HoursRow({ row, about, refusalOf }: HoursRowProps) {
  const t = useTranslations('hours')
  const { key, kind, weekday } = row
  const name = (part: string) => `row.${key}.${part}`
  const refused = refusalOf(name('begins')) ?? refusalOf(name('ends'))
  const spoken = { ...about, what: t(kind) }
  const hour = (part: 'begins' | 'ends') => (
    <input
      className={`input ${styles.clock}`}
      name={name(part)}
      inputMode="numeric"
      autoComplete="off"
      maxLength={limits.clock}
      placeholder={part === 'begins' ? '09:00' : '12:30'}
      defaultValue={row[part]}
      aria-label={t(`${part}_of`, spoken)}
      {...refusedField(refusalOf(name(part)))}
      aria-describedby={refused ? `${name('refusal')}` : undefined}
    />
  )
  return (
    <div className={`${styles.hourRow} ${kind === 'break' ? styles.break : styles.opening}`}>
      <input type="hidden" name={name('kind')} value={kind} />
      <input type="hidden" name={name('weekday')} value={weekday} />
      <span className={styles.word}>{t(kind)}</span>
      {hour('begins')}
      <span aria-hidden="true">–</span>
      {hour('ends')}
      <button
        type="submit"
        name="intent"
        value={`remove:${key}:${weekday}`}
        className="button bare compact square"
        aria-label={t('remove_of', spoken)}
      >
        <X className="icon" aria-hidden="true" />
      </button>
      {kind === 'opening' && <Validity row={row} refusalOf={refusalOf} />}
      {refused && (
        <p className="refusal" id={name('refusal')}>
          <CircleAlert className="icon" aria-hidden="true" /> {refused}
        </p>
      )}
    </div>
  )
}

function Validity({ row: { key, fromDay, untilDay }, refusalOf }: Pick<HoursRowProps, 'row' | 'refusalOf'>) {
  const t = useTranslations('hours')
  const day = (part: 'fromDay' | 'untilDay', value: string) => {
    const name = `row.${key}.${part}`
    return <Field name={name} type="date" label={t(part)} defaultValue={value} refusal={refusalOf(name)} />
  }
  const isRefused = refusalOf(`row.${key}.fromDay`) ?? refusalOf(`row.${key}.untilDay`)
  return (
    <details className={styles.validity} {...(isRefused && { open: true })}>
      <summary className="small">
        {!fromDay && !untilDay && t('every_week')}
        {fromDay && t.rich('since', { day: () => <Day day={fromDay} form="dayAndMonth" /> })}{' '}
        {untilDay && t.rich('until', { day: () => <Day day={untilDay} form="dayAndMonth" /> })}
      </summary>
      <div className="pairs">
        {day('fromDay', fromDay)}
        {day('untilDay', untilDay)}
      </div>
    </details>
  )
}
