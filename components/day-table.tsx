'use client'

import { useTranslations } from 'next-intl'
import { startTransition, useActionState } from 'react'
import type { AttendanceFact } from '@/lib/domain/appointment/events'
import type { DayRow } from '@/lib/domain/schedule/day-rows'
import { type FormAction, type FormAnswer, freshForm } from '@/lib/form-answer'
import { DayPauseRow } from './day-pause-row'
import type { DayVisit } from './day-visit'
import { DayVisitRow } from './day-visit-row'
import { RefusalNote } from './refusal-note'
import { useDayKeys } from './use-day-keys'

type DayTableProps = {
  rows: readonly DayRow<DayVisit>[]
  day: string
  isToday: boolean
  now: string
  record: FormAction
  confirm: FormAction
}

/** A day as a table; on a phone as cards. It opens at whoever is there, or comes next. */
export function DayTable({ rows, day, isToday, now, record, confirm }: DayTableProps) {
  const t = useTranslations('day')
  const [recorded, sendRecord] = useActionState(record, freshForm)
  const [confirmed, sendConfirm] = useActionState(confirm, freshForm)
  const visits = rows.flatMap((row) => (row.kind === 'visit' ? [row.visit] : []))
  const here = isToday ? currentVisit(visits, now) : undefined

  const act = (visit: DayVisit, fact: AttendanceFact, isTakenBack: boolean) => {
    const form = new FormData()
    const sent = { requestId: visit.requestId, appointmentId: visit.id, fact, patient: visit.patientName }
    for (const [name, value] of Object.entries(sent)) form.set(name, value)
    if (isTakenBack) form.set('takeBack', 'on')
    startTransition(() => sendRecord(form))
  }
  const { chosen, choose } = useDayKeys({ visits, here, act })

  return (
    <>
      {[recorded, confirmed].map((answer, index) => (
        <Answer key={index === 0 ? 'record' : 'confirm'} answer={answer} />
      ))}
      <div className="sheet daysheet">
        <table className="tbl day cards">
          <caption className="vh">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('hour')}</th>
              <th scope="col">{t('patient')}</th>
              <th scope="col">{t('contact')}</th>
              <th scope="col">{t('visit')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col" className="noprint">
                <span className="vh">{t('acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) =>
              row.kind === 'visit' ? (
                <DayVisitRow
                  key={row.visit.id}
                  visit={row.visit}
                  day={day}
                  isHere={row.visit.id === here}
                  isChosen={row.visit.id === chosen}
                  choose={() => choose(row.visit.id)}
                  sendRecord={sendRecord}
                  sendConfirm={sendConfirm}
                />
              ) : (
                <DayPauseRow key={row.kind + row.startsAt} {...row} />
              ),
            )}
            {rows.length === 0 && (
              <tr className="pause">
                <td colSpan={6}>{t('closed')}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {visits.length > 0 && (
        <p className="small mute keys noprint">{t.rich('keys', { b: (chunks) => <kbd>{chunks}</kbd> })}</p>
      )}
    </>
  )
}

/** Who is there, or else who comes next. */
function currentVisit(visits: readonly DayVisit[], now: string): string | undefined {
  const there = visits.find(({ standing }) => standing === 'arrived')
  const isOver = ({ standing }: DayVisit) => ['completed', 'missed', 'undone'].includes(standing)
  return (there ?? visits.find((visit) => !isOver(visit) && visit.endsAt > now))?.id
}

function Answer({ answer: { refusals, values } }: { answer: FormAnswer }) {
  const [refusal] = refusals
  if (!refusal) return null
  return (
    <div className="pb-3 noprint">
      <RefusalNote refusal={{ ...refusal, field: null }} {...(values.patient && { about: values.patient })} />
    </div>
  )
}
