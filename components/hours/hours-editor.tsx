'use client'

import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { SubmitButton } from '@/components/form/submit-button'
import { refusedPlace, useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { DisplacedVisits } from '@/components/visit/displaced-visits'
import { draftIn, type HoursDraft } from '@/lib/domain/schedule/hours-draft'
import { type FormAction, type FormAnswer, freshForm, wasSentBack } from '@/lib/web/form-answer'
import styles from './hours.module.css'
import { HoursDay } from './hours-day'
import { HoursNumbers } from './hours-numbers'

type HoursEditorProps = {
  action: FormAction
  doctor: string
  /** The rules as they stand, and which they are. */
  version: string
  draft: HoursDraft
}

const weekdays = [1, 2, 3, 4, 5, 6, 7]

/** The week a doctor keeps. Lines are added and removed by the server, so that it works without JavaScript. */
export function HoursEditor({ action, doctor, version, draft: kept }: HoursEditorProps) {
  const t = useTranslations('hours')
  const [answer, send, named] = useForm(action, 'hours')
  const form = useFocusAfter(answer, nextPlace)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = wasSentBack(answer)
  const isEdited = answer.values.intent !== undefined
  const isSaved = answer !== freshForm && !isSentBack && !isEdited
  const draft = isSentBack || isEdited ? draftIn(answer.values) : kept

  return (
    <form action={send} ref={form} className="sheet" noValidate aria-labelledby="week">
      {named}
      {/* What Enter presses: otherwise it would be the first line's Remove. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="doctor" value={doctor} />
      <input type="hidden" name="version" value={version} />
      <h2 id="week" className="padded">
        {t('week')}
      </h2>
      <ul className={`ledger ${styles.hours}`}>
        {weekdays.map((weekday) => {
          const rows = draft.rows.filter((row) => row.weekday === weekday)
          return <HoursDay key={weekday} weekday={weekday} rows={rows} refusalOf={refusalOf} />
        })}
      </ul>
      <div className="padded fields tight">
        <HoursNumbers draft={draft} refusalOf={refusalOf} />
        <FaultNote reference={answer.fault} />
        <DisplacedVisits
          refusal={answer.refusals.find(({ field }) => field === null || field === 'rows')}
          submit="save"
        />
        <div className="row">
          <SubmitButton pending={t('saving')}>{t('save')}</SubmitButton>
          <p role="status" className="small">
            {isSaved && t('saved')}
            {isEdited && t('not_saved')}
          </p>
        </div>
      </div>
    </form>
  )
}

/** Where one goes on: at what was refused, in the line that was added, or where one was removed. */
function nextPlace({ refusals, fault, values: { intent = '', ...fields } }: FormAnswer): string | undefined {
  if (refusals.length > 0 || fault) return refusedPlace
  const [verb, , weekday] = intent.split(':')
  if (verb === 'remove') return `#add-${weekday}`
  const added = Math.max(...draftIn(fields).rows.map(({ key }) => Number(key)))
  return verb === 'add' ? `[name="row.${added}.begins"]` : undefined
}
