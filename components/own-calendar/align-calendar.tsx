'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { SubmitButton } from '@/components/form/submit-button'
import type { AlignAction } from '@/lib/web/form-answer'
import { AlignResult } from './align-result'
import { type AlignWork, type ListAlignments, noAlignAnswer, useAlignRun } from './use-align-run'

type AlignCalendarProps = {
  list: ListAlignments
  action: AlignAction
  doctor: string
  work: AlignWork
  submit: string
  pending: string
  /** Begins by itself: the calendar was connected just now. */
  begins?: boolean
}

/**
 * Goes through all of a doctor's coming visits, which takes a while: a portion at a time, with how far it has come.
 * Without JavaScript the server does what it can in one go.
 */
export function AlignCalendar({ list, action, doctor, work, submit, pending, begins = false }: AlignCalendarProps) {
  const t = useTranslations('own_calendar')
  const [sent, send] = useActionState(action, noAlignAnswer)
  const { run, answer, start, stop } = useAlignRun({ doctor, work, list, align: action })
  const hasBegun = useRef(false)

  useEffect(() => {
    if (!begins || hasBegun.current) return
    hasBegun.current = true
    void start()
  })

  const told = run.stage === 'over' ? answer : sent
  const isTold = told.outcome !== null || told.refusal !== null || run.isBroken
  const isRunning = run.stage === 'running'
  return (
    <form
      action={send}
      className="stack gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (isRunning) stop()
        else void start()
      }}
    >
      <input type="hidden" name="doctor" value={doctor} />
      <input type="hidden" name="work" value={work} />
      {isRunning && (
        <progress className="progress" max={run.total || 1} value={run.done} aria-label={t('progress_label')} />
      )}
      <div role="status">
        {isRunning && <p className="soft">{t('progress', { done: run.done, total: run.total })}</p>}
        {!isRunning && isTold && <AlignResult answer={told} isBroken={run.isBroken} />}
      </div>
      <div className="row fill">
        <SubmitButton className="button" pending={pending}>
          {isRunning ? t('stop') : submit}
        </SubmitButton>
      </div>
    </form>
  )
}
