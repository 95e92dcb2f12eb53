import { CopyPlus, Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { DraftRow } from '@/lib/domain/schedule/hours-draft'
import { dayWords } from '@/lib/views/wording'
import { HoursRow } from './hours-row'

type HoursDayProps = {
  /** 1 is Monday. */
  weekday: number
  rows: readonly DraftRow[]
  refusalOf: (field: string) => string | undefined
}

/** One weekday of the editor: its openings, its breaks, and what adds more. */
export function HoursDay({ weekday, rows, refusalOf }: HoursDayProps) {
  const t = useTranslations('hours')
  const locale = useLocale()
  // The first of January 2024 was a Monday.
  const monday = `2024-01-0${weekday}`
  const day = dayWords(monday, 'longWeekday', locale)
  return (
    <li>
      <div className="when strong">
        <span className="not-on-phone">{day}</span>
        <span className="phone-only" aria-hidden="true">
          {dayWords(monday, 'weekday', locale)}
        </span>
      </div>
      <fieldset className="what">
        <legend className="visually-hidden">{day}</legend>
        {rows.length === 0 && <p className="mute">{t('closed')}</p>}
        {rows.map((row, index) => (
          <HoursRow key={row.key} row={row} about={{ day, number: index + 1 }} refusalOf={refusalOf} />
        ))}
        <div className="row">
          <button
            type="submit"
            name="intent"
            value={`add:opening:${weekday}`}
            aria-label={`${t('add_opening')}, ${day}`}
            className="button bare compact"
            id={`add-${weekday}`}
          >
            <Plus className="icon" aria-hidden="true" />
            {t('add_opening')}
          </button>
          <button
            type="submit"
            name="intent"
            value={`add:break:${weekday}`}
            aria-label={`${t('add_break')}, ${day}`}
            className="button bare compact"
          >
            <Plus className="icon" aria-hidden="true" />
            {t('add_break')}
          </button>
          {weekday === 1 && rows.length > 0 && (
            <button type="submit" name="intent" value="copy:1" className="button bare compact">
              <CopyPlus className="icon" aria-hidden="true" />
              {t('copy')}
            </button>
          )}
        </div>
      </fieldset>
    </li>
  )
}
