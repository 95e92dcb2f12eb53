'use client'

import { useSearchParams } from 'next/navigation'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { startTransition, useSyncExternalStore } from 'react'
import { RefusalNote } from '@/components/form/refusal-note'
import { useForm } from '@/components/form/use-form'
import type { AttendanceFact } from '@/lib/domain/appointment/events'
import { isSlotFree } from '@/lib/domain/appointment/standing'
import type { DayRow } from '@/lib/views/day-rows'
import { dayAndClock } from '@/lib/views/wording'
import type { FormAction, FormAnswer } from '@/lib/web/form-answer'
import { type PendingAct, pendingActs } from '../acts/pending-acts'
import styles from './day.module.css'
import paper from './day-paper.module.css'
import { DayPauseRow } from './day-pause-row'
import room from './day-room.module.css'
import type { DayVisit } from './day-visit'
import { DayVisitRow } from './day-visit-row'
import { useDayKeys } from './use-day-keys'

type DayTableProps = {
  rows: readonly DayRow<DayVisit>[]
  isToday: boolean
  now: string
  record: FormAction
  confirm: FormAction
}

/** A day as a table; on a phone as cards. It opens at whoever is there, or comes next. */
export function DayTable({ rows: found, isToday, now, record, confirm }: DayTableProps) {
  const t = useTranslations('day')
  const params = useSearchParams()
  const [recorded, sendRecord] = useForm(record, 'record')
  const [confirmed, sendConfirm] = useForm(confirm, 'confirm')
  const acts = useSyncExternalStore(pendingActs.subscribe, pendingActs.read, pendingActs.readOnServer)
  const rows = found.map((row) => (row.kind === 'visit' ? { ...row, visit: asPendingRow(acts)(row.visit) } : row))
  const visits = rows.flatMap((row) => (row.kind === 'visit' ? [row.visit] : []))
  const booked = visits.find(({ id }) => id === params.get('booked'))
  const here = booked?.id ?? (isToday ? currentVisit(visits, now) : undefined)

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
      {booked && <Booked visit={booked} />}
      <div className={room.room}>
        <div className={`sheet ${styles.daySheet}`}>
          <table className={`table ${styles.day} ${paper.paper} cards`}>
            <caption className="visually-hidden">{t('caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('hour')}</th>
                <th scope="col">{t('patient')}</th>
                <th scope="col">{t('contact')}</th>
                <th scope="col">{t('visit')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col" className="not-printed">
                  <span className="visually-hidden">{t('acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) =>
                row.kind === 'visit' ? (
                  <DayVisitRow
                    key={row.visit.id}
                    visit={row.visit}
                    now={now}
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
                <tr className={styles.pause}>
                  <td colSpan={6}>{t('closed')}</td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      </div>
    </>
  )
}

/** Returns what shows a visit as what was done with it will have it, while the page cannot know of it yet. */
function asPendingRow(acts: readonly PendingAct[]): (visit: DayVisit) => DayVisit {
  return (visit) => {
    const own = acts.filter(({ appointmentId }) => appointmentId === visit.id)
    const isCalledOff = own.some(({ act }) => act === 'decline' || act === 'cancel')
    if (isCalledOff) return { ...visit, standing: 'undoing', canConfirm: false, may: { record: [], takeBack: null } }
    if (own.some(({ act }) => act === 'confirm')) return { ...visit, standing: 'confirmed', canConfirm: false }
    return visit
  }
}

/** Returns who is there, or else who comes next. */
function currentVisit(visits: readonly DayVisit[], now: string): string | undefined {
  const there = visits.find(({ standing }) => standing === 'called_in' || standing === 'arrived')
  const isOver = ({ standing }: DayVisit) => standing === 'completed' || standing === 'missed' || isSlotFree(standing)
  return (there ?? visits.find((visit) => !isOver(visit) && visit.endsAt > now))?.id
}

/** What the desk has just booked, said over the day that it stands in. */
function Booked({ visit: { patientName: patient, startsAt } }: { visit: DayVisit }) {
  const t = useTranslations('book_for')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  return (
    <p className="below-3 not-printed" role="status">
      <span className="state ok">{t('done', { patient, when: dayAndClock(startsAt, place) })}</span>
    </p>
  )
}

function Answer({ answer: { refusals, values } }: { answer: FormAnswer }) {
  const [refusal] = refusals
  if (!refusal) return null
  return (
    <div className="below-3 not-printed">
      <RefusalNote refusal={{ ...refusal, field: null }} {...(values.patient && { about: values.patient })} />
    </div>
  )
}
