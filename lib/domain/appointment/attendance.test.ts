import { describe, expect, test } from 'vitest'
import { planOf } from '@/lib/domain/saga/plans'
import { projectAppointment } from '@/lib/projections/appointment'
import {
  appointmentId,
  arrived,
  calledIn,
  cancelledBy,
  completed,
  confirmed,
  created,
  doctor,
  given,
  missed,
  monday,
  movedBack,
  movedBy,
  otherDoctor,
  slot,
  staff,
  takenBack,
  tuesday,
  unconfirmed,
} from '@/tests/fixtures/visit-story'
import { cancel } from './cancel'
import type { AppointmentEvent, AttendanceFact } from './events'
import { asOfTurn, replay } from './evolve'
import { callIn, completeVisit, recordArrival, recordNoShow, revertAttendance } from './record-attendance'

const visit = [created, confirmed]
const cancelled = cancelledBy('patient')
const moved = movedBy('doctor')
const hers = (clock: string) => ({ by: doctor, at: tuesday(clock) })

describe('an arrival', () => {
  test('is noted once, also when the patient is early', () => {
    given(...visit)
      .when(recordArrival, hers('13:05'))
      .records(arrived)
    given(...visit, arrived)
      .when(recordArrival, hers('13:06'))
      .recordsNothing()
  })
  test('is not noted the day before, for a request, or for a visit that was called off', () => {
    given(...visit)
      .when(recordArrival, { by: doctor, at: monday('13:20') })
      .isRefused('arrival_too_early')
    given(created).when(recordArrival, hers('13:05')).isRefused('appointment_not_confirmed')
    given(...visit, cancelled)
      .when(recordArrival, hers('13:05'))
      .isRefused('appointment_ended')
    given(...visit, missed)
      .when(recordArrival, hers('13:25'))
      .isRefused('appointment_ended')
  })
  test('is another doctor’s to note only of their own visits, and the staff’s of all', () => {
    given(...visit)
      .when(recordArrival, { ...hers('13:05'), by: otherDoctor })
      .isRefused('appointment_unknown')
    given().when(recordArrival, hers('13:05')).isRefused('appointment_unknown')
    given(...visit)
      .when(recordArrival, { ...hers('13:05'), by: staff })
      .records({ type: 'ArrivalRecorded', data: { appointmentId, by: 'staff' } })
  })
  test('stops nothing: the visit is live, and can still be called off', () => {
    given(...visit, arrived).is({ state: 'confirmed', hasArrived: true })
    given(...visit, arrived)
      .when(cancel, hers('13:10'))
      .isAccepted()
  })
  test('was for the hour it was noted for: who moves the visit waits for it anew', () => {
    given(...visit, arrived, moved).is({ hasArrived: false })
  })
  test('does not count for the hour before, when the move could not be carried out', () => {
    const back = given(...visit, moved, arrived, calledIn, movedBack(3))
    back.is({ state: 'confirmed', slot, hasArrived: false, isCalledIn: false })
    back.when(completeVisit, hers('13:15')).isRefused('appointment_not_begun')
  })
})

describe('a patient who is called in', () => {
  test('is with the doctor, noted once', () => {
    given(...visit, arrived)
      .when(callIn, hers('13:20'))
      .records(calledIn)
    given(...visit, arrived, calledIn)
      .when(callIn, hers('13:21'))
      .recordsNothing()
    given(...visit, arrived, calledIn).is({ state: 'confirmed', hasArrived: true, isCalledIn: true })
  })
  test('is here, also when nobody had noted that', () => {
    given(...visit)
      .when(callIn, hers('13:20'))
      .records(arrived, calledIn)
  })
  test('has a confirmed visit about now, with this doctor', () => {
    given(created).when(callIn, hers('13:20')).isRefused('appointment_not_confirmed')
    given(...visit)
      .when(callIn, { by: doctor, at: monday('13:20') })
      .isRefused('arrival_too_early')
    given(...visit, arrived, completed)
      .when(callIn, hers('13:40'))
      .isRefused('appointment_ended')
    given(...visit, arrived)
      .when(callIn, { ...hers('13:20'), by: otherDoctor })
      .isRefused('appointment_unknown')
  })
  test('is sent back to the waiting room before the arrival can be taken back', () => {
    const inside = given(...visit, arrived, calledIn)
    inside.when(revertAttendance, { by: doctor, of: 'arrived' }).isRefused('attendance_changed')
    inside.when(revertAttendance, { by: doctor, of: 'called_in' }).records(takenBack('called_in'))
    given(...visit, arrived, calledIn, takenBack('called_in')).is({ hasArrived: true, isCalledIn: false })
    given(...visit, arrived, calledIn, takenBack('called_in'))
      .when(revertAttendance, { by: doctor, of: 'called_in' })
      .recordsNothing()
  })
  test('sits there still when the end of the visit is taken back, and waits anew when it is moved', () => {
    given(...visit, arrived, calledIn, completed, takenBack('completed')).is({ how: 'reopened', isCalledIn: true })
    given(...visit, arrived, calledIn, moved).is({ hasArrived: false, isCalledIn: false })
  })
})

describe('a visit that took place', () => {
  test('is noted once, from its hour on, or sooner when the patient is there', () => {
    given(...visit)
      .when(completeVisit, hers('13:20'))
      .records(completed)
    given(...visit)
      .when(completeVisit, hers('13:19'))
      .isRefused('appointment_not_begun')
    given(...visit, arrived)
      .when(completeVisit, hers('13:15'))
      .records(completed)
    given(...visit, completed)
      .when(completeVisit, hers('13:40'))
      .recordsNothing()
  })
  test('was expected: not a request, nor one that was called off or missed', () => {
    given(created).when(completeVisit, hers('13:20')).isRefused('appointment_not_confirmed')
    for (const end of [cancelled, missed]) {
      given(...visit, end)
        .when(completeVisit, hers('13:40'))
        .isRefused('appointment_ended')
    }
    given(...visit)
      .when(completeVisit, { ...hers('13:20'), by: otherDoctor })
      .isRefused('appointment_unknown')
  })
  test('took place also when its confirmation was taken back while the patient sat there', () => {
    given(...visit, arrived, unconfirmed(2))
      .when(completeVisit, hers('13:20'))
      .records(completed)
  })
  test('is not noted while the visit is still being moved', () => {
    given(...visit, moved)
      .when(completeVisit, hers('14:00'))
      .isRefused('move_under_way')
  })
  test('has ended for good, and cannot be missed as well', () => {
    given(...visit, completed).is({ state: 'ended', how: 'completed' })
    given(...visit, completed)
      .when(recordNoShow, hers('13:40'))
      .isRefused('appointment_ended')
  })
})

describe('taking back', () => {
  const back = (of: AttendanceFact) => ({ by: doctor, of })

  test('is about the last thing that was noted, which it names', () => {
    given(...visit, arrived)
      .when(revertAttendance, back('arrived'))
      .records(takenBack('arrived'))
    given(...visit, arrived, completed)
      .when(revertAttendance, back('completed'))
      .records(takenBack('completed'))
    given(...visit, missed)
      .when(revertAttendance, back('no_show'))
      .records(takenBack('no_show'))
  })
  test('asked for twice takes back once, and never the thing before', () => {
    given(...visit, arrived, completed, takenBack('completed'))
      .when(revertAttendance, back('completed'))
      .recordsNothing()
    given(...visit, arrived, takenBack('arrived'))
      .when(revertAttendance, back('arrived'))
      .recordsNothing()
    given(...visit)
      .when(revertAttendance, back('arrived'))
      .recordsNothing()
  })
  test('is refused once something else was noted after it, of a visit that was called off, and of another doctor’s', () => {
    given(...visit, arrived, completed)
      .when(revertAttendance, back('arrived'))
      .isRefused('attendance_changed')
    given(...visit, completed)
      .when(revertAttendance, back('no_show'))
      .isRefused('attendance_changed')
    given(...visit, arrived, cancelled)
      .when(revertAttendance, back('arrived'))
      .isRefused('appointment_ended')
    given(...visit, arrived)
      .when(revertAttendance, { by: otherDoctor, of: 'arrived' })
      .isRefused('appointment_unknown')
  })
  test('leaves the patient in the waiting room, and everything to be noted again', () => {
    const open = given(...visit, arrived, completed, takenBack('completed'))
    open.is({ state: 'ended', how: 'reopened', hasArrived: true })
    open.when(completeVisit, hers('13:40')).records(completed)
    open.when(recordNoShow, hers('13:40')).records(missed)
    const gone = given(...visit, missed, takenBack('no_show'))
    gone.when(recordArrival, hers('13:40')).records(arrived)
  })
  test('does not bring a visit back to life: what its sagas stopped doing is not begun again', () => {
    const story = [...visit, missed, takenBack('no_show')]
    given(...story)
      .when(cancel, hers('13:00'))
      .isRefused('appointment_ended')
    const open = replay(story)
    expect(planOf('appointment-confirmed').isMoot?.({ appointment: open, asOfTurn: open, now: '' })).toBe(true)
  })
})

describe('the word to a patient who was missed', () => {
  const isMoot = (turn: number, ...events: AppointmentEvent[]) => {
    const stream = events.map((event, index) => ({ event, version: index + 1 }))
    const facts = { appointment: replay(events), asOfTurn: asOfTurn(stream, turn), now: tuesday('14:00') }
    return planOf('appointment-no-show').isMoot?.(facts)
  }
  test('is said while it stands, and not once it was taken back', () => {
    expect(isMoot(3, ...visit, missed)).toBe(false)
    expect(isMoot(3, ...visit, missed, takenBack('no_show'))).toBe(true)
  })
  test('is said by the second saga alone when it was noted again', () => {
    const again = [...visit, missed, takenBack('no_show'), missed]
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
        takenBack('completed'),
        takenBack('arrived'),
        missed,
        takenBack('no_show'),
        completed,
      ],
      [...visit, missed, takenBack('no_show'), arrived, missed],
      [...visit, arrived, calledIn, takenBack('called_in'), calledIn, completed, takenBack('completed')],
      [...visit, arrived, calledIn, moved, arrived, calledIn, missed],
      [...visit, moved, arrived, calledIn, movedBack(3), arrived, completed],
      [...visit, cancelled, arrived, completed, missed, takenBack('arrived')],
      [...visit, arrived, moved, arrived, unconfirmed(2), completed],
    ]
    for (const story of stories) {
      for (let count = 1; count <= story.length; count++) {
        const state = replay(story.slice(0, count))
        const row = rowOf(...story.slice(0, count))
        expect(row?.status).toBe(state.state)
        if ('hasArrived' in state) expect(row?.arrived_at !== null).toBe(state.hasArrived)
        if ('isCalledIn' in state) expect(row?.called_in_at !== null).toBe(state.isCalledIn)
        if (state.state === 'ended' && 'hasArrived' in state) expect(row?.ended_because).toBe(state.how)
      }
    }
  })
})
