import { describe, expect, test } from 'vitest'
import { planOf } from '@/lib/domain/saga/plans'
import { projectAppointment } from '@/lib/projections/appointment'
import { doctors } from '@/prisma/cast'
import type { Appointment } from './appointment'
import { cancel } from './cancel'
import { completeVisit } from './complete-visit'
import type { ActorRole, AppointmentEvent, AttendanceFact } from './events'
import { asOfTurn, replay } from './evolve'
import { recordArrival } from './record-arrival'
import { recordNoShow } from './record-no-show'
import { revertAttendance } from './revert-attendance'

const { helene, idris } = doctors
const appointmentId = '5b0a3c52-0000-4000-8000-000000000001'
const patientId = '5b0a3c52-0000-4000-8000-000000000002'
const tuesday = (clock: string) => `2026-11-24T${clock}:00.000Z`
const slot = { doctorId: helene.id, startsAt: tuesday('13:20'), endsAt: tuesday('13:40') }
const noBuffers = { beforeMinutes: 0, afterMinutes: 0 }
const other = { ...slot, startsAt: tuesday('14:00'), endsAt: tuesday('14:20') }

const created: AppointmentEvent = {
  type: 'AppointmentCreated',
  data: { appointmentId, patientId, mail: true, sms: false, visitTypeId: null, ...slot, ...noBuffers },
}
const confirmed: AppointmentEvent = { type: 'AppointmentConfirmed', data: { appointmentId } }
const unconfirmed: AppointmentEvent = { type: 'ConfirmationReverted', data: { appointmentId, turn: 2 } }
const cancelled: AppointmentEvent = { type: 'AppointmentCancelled', data: { appointmentId, by: 'patient' } }
const moved: AppointmentEvent = {
  type: 'AppointmentRescheduled',
  data: { appointmentId, ...other, ...noBuffers, by: 'doctor' },
}
const arrived: AppointmentEvent = { type: 'ArrivalRecorded', data: { appointmentId } }
const completed: AppointmentEvent = { type: 'VisitCompleted', data: { appointmentId } }
const missed: AppointmentEvent = { type: 'NoShowRecorded', data: { appointmentId } }
const reverted = (of: AttendanceFact): AppointmentEvent => ({ type: 'AttendanceReverted', data: { appointmentId, of } })

const given = (...events: AppointmentEvent[]): Appointment => replay(events)
const visit = [created, confirmed]
const as = (id: string, role: ActorRole = 'doctor') => ({ role, id })
const hers = as(helene.id)
const at = (clock: string) => ({ by: hers, now: tuesday(clock) })
const nothing = { ok: true, value: [] }
const once = (event: AppointmentEvent) => ({ ok: true, value: [event] })
const refused = (name: string) => ({ ok: false, refused: name })

describe('an arrival', () => {
  test('is noted once, also when the patient is early', () => {
    expect(recordArrival(given(...visit), at('13:05'))).toEqual(once(arrived))
    expect(recordArrival(given(...visit, arrived), at('13:06'))).toEqual(nothing)
  })
  test('is not noted the day before, for a request, or for a visit that was called off', () => {
    const dayBefore = { by: hers, now: '2026-11-23T13:20:00.000Z' }
    expect(recordArrival(given(...visit), dayBefore)).toMatchObject(refused('arrival_too_early'))
    expect(recordArrival(given(created), at('13:05'))).toMatchObject(refused('appointment_not_confirmed'))
    expect(recordArrival(given(...visit, cancelled), at('13:05'))).toMatchObject(refused('appointment_ended'))
    expect(recordArrival(given(...visit, missed), at('13:25'))).toMatchObject(refused('appointment_ended'))
  })
  test('is another doctor’s to note only of their own visits, and the staff’s of all', () => {
    const theirs = { by: as(idris.id), now: tuesday('13:05') }
    expect(recordArrival(given(...visit), theirs)).toMatchObject(refused('appointment_unknown'))
    expect(recordArrival(given(), at('13:05'))).toMatchObject(refused('appointment_unknown'))
    expect(recordArrival(given(...visit), { ...theirs, by: as('ada', 'staff') })).toEqual(once(arrived))
  })
  test('stops nothing: the visit is live, and can still be called off', () => {
    expect(given(...visit, arrived)).toMatchObject({ state: 'confirmed', hasArrived: true })
    expect(cancel(given(...visit, arrived), { ...at('13:10'), noticeHours: 24 }).ok).toBe(true)
  })
  test('was for the hour it was noted for: who moves the visit waits for it anew', () => {
    expect(given(...visit, arrived, moved)).toMatchObject({ hasArrived: false })
  })
})

describe('a visit that took place', () => {
  test('is noted once, from its hour on, or sooner when the patient is there', () => {
    expect(completeVisit(given(...visit), at('13:20'))).toEqual(once(completed))
    expect(completeVisit(given(...visit), at('13:19'))).toMatchObject(refused('appointment_not_begun'))
    expect(completeVisit(given(...visit, arrived), at('13:15'))).toEqual(once(completed))
    expect(completeVisit(given(...visit, completed), at('13:40'))).toEqual(nothing)
  })
  test('was expected: not a request, nor one that was called off or missed', () => {
    expect(completeVisit(given(created), at('13:20'))).toMatchObject(refused('appointment_not_confirmed'))
    for (const end of [cancelled, missed]) {
      expect(completeVisit(given(...visit, end), at('13:40'))).toMatchObject(refused('appointment_ended'))
    }
    const theirs = { by: as(idris.id), now: tuesday('13:20') }
    expect(completeVisit(given(...visit), theirs)).toMatchObject(refused('appointment_unknown'))
  })
  test('took place also when its confirmation was taken back while the patient sat there', () => {
    expect(completeVisit(given(...visit, arrived, unconfirmed), at('13:20'))).toEqual(once(completed))
  })
  test('is not noted while the visit is still being moved', () => {
    expect(completeVisit(given(...visit, moved), at('14:00'))).toMatchObject(refused('move_under_way'))
  })
  test('has ended for good, and cannot be missed as well', () => {
    expect(given(...visit, completed)).toMatchObject({ state: 'ended', how: 'completed' })
    expect(recordNoShow(given(...visit, completed), at('13:40'))).toMatchObject(refused('appointment_ended'))
  })
})

describe('taking back', () => {
  const back = (of: AttendanceFact, ...events: AppointmentEvent[]) =>
    revertAttendance(given(...events), { by: hers, of })

  test('is about the last thing that was noted, which it names', () => {
    expect(back('arrived', ...visit, arrived)).toEqual(once(reverted('arrived')))
    expect(back('completed', ...visit, arrived, completed)).toEqual(once(reverted('completed')))
    expect(back('no_show', ...visit, missed)).toEqual(once(reverted('no_show')))
  })
  test('asked for twice takes back once, and never the thing before', () => {
    expect(back('completed', ...visit, arrived, completed, reverted('completed'))).toEqual(nothing)
    expect(back('arrived', ...visit, arrived, reverted('arrived'))).toEqual(nothing)
    expect(back('arrived', ...visit)).toEqual(nothing)
  })
  test('is refused once something else was noted after it, of a visit that was called off, and of another doctor’s', () => {
    expect(back('arrived', ...visit, arrived, completed)).toMatchObject(refused('attendance_changed'))
    expect(back('no_show', ...visit, completed)).toMatchObject(refused('attendance_changed'))
    expect(back('arrived', ...visit, arrived, cancelled)).toMatchObject(refused('appointment_ended'))
    const theirs = revertAttendance(given(...visit, arrived), { by: as(idris.id), of: 'arrived' })
    expect(theirs).toMatchObject(refused('appointment_unknown'))
  })
  test('leaves the patient in the waiting room, and everything to be noted again', () => {
    const open = given(...visit, arrived, completed, reverted('completed'))
    expect(open).toMatchObject({ state: 'ended', how: 'reopened', hasArrived: true })
    expect(completeVisit(open, at('13:40'))).toEqual(once(completed))
    expect(recordNoShow(open, at('13:40'))).toEqual(once(missed))
    const gone = given(...visit, missed, reverted('no_show'))
    expect(recordArrival(gone, at('13:40'))).toEqual(once(arrived))
  })
  test('does not bring a visit back to life: what its sagas stopped doing is not begun again', () => {
    const open = given(...visit, missed, reverted('no_show'))
    expect(cancel(open, { ...at('13:00'), noticeHours: 24 })).toMatchObject(refused('appointment_ended'))
    expect(planOf('appointment-confirmed').isMoot?.({ appointment: open, asOfTurn: open, now: '' })).toBe(true)
  })
})

describe('the word to a patient who was missed', () => {
  const isMoot = (turn: number, ...events: AppointmentEvent[]) => {
    const stream = events.map((event, index) => ({ event, version: index + 1 }))
    const facts = { appointment: given(...events), asOfTurn: asOfTurn(stream, turn), now: tuesday('14:00') }
    return planOf('appointment-no-show').isMoot?.(facts)
  }
  test('is said while it stands, and not once it was taken back', () => {
    expect(isMoot(3, ...visit, missed)).toBe(false)
    expect(isMoot(3, ...visit, missed, reverted('no_show'))).toBe(true)
  })
  test('is said by the second saga alone when it was noted again', () => {
    const again = [...visit, missed, reverted('no_show'), missed]
    expect([isMoot(3, ...again), isMoot(5, ...again)]).toEqual([true, false])
  })
})

describe('the read model', () => {
  const rowOf = (...events: AppointmentEvent[]) =>
    events.reduce<ReturnType<typeof projectAppointment> | undefined>(
      (row, event, index) => projectAppointment(row, event, tuesday(`13:${10 + index}`)),
      undefined,
    )
  test('says what the state says, after every one of these events', () => {
    const stories = [
      [
        ...visit,
        arrived,
        completed,
        reverted('completed'),
        reverted('arrived'),
        missed,
        reverted('no_show'),
        completed,
      ],
      [...visit, missed, reverted('no_show'), arrived, missed],
      [...visit, cancelled, arrived, completed, missed, reverted('arrived')],
      [...visit, arrived, moved, arrived, unconfirmed, completed],
    ]
    for (const story of stories) {
      for (let count = 1; count <= story.length; count++) {
        const state = given(...story.slice(0, count))
        const row = rowOf(...story.slice(0, count))
        expect(row?.status).toBe(state.state)
        if ('hasArrived' in state) expect(row?.arrived_at !== null).toBe(state.hasArrived)
        if (state.state === 'ended' && 'hasArrived' in state) expect(row?.ended_because).toBe(state.how)
      }
    }
  })
})
