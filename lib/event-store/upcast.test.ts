import { describe, expect, test } from 'vitest'
import { schemaVersionOf, upcast } from './upcast'

const appointmentId = '7d9f3c1e-0a6b-4a55-8a4e-7f1f6c0f5b7e'
const slot = '"doctorId":"4f0b","startsAt":"2026-11-25T08:00:00.000Z","endsAt":"2026-11-25T08:20:00.000Z"'
const created = `"appointmentId":"${appointmentId}",${slot},"patientId":"9f2f","sms":true`
const moved = `"appointmentId":"${appointmentId}",${slot},"by":"staff"`
const types = '"visitTypeId":"11aa","beforeMinutes":0,"afterMinutes":5'
const intent = '"step":"email-patient","attempt":1,"key":"k","deadlineAt":"2026-11-25T08:00:20.000Z"'
const birth = `"sagaId":"b0c1","sagaType":"appointment-created","appointmentId":"${appointmentId}","turn":1,"causedBy":"2b4d"`
const plan = (steps: string, rest = '') => `{${birth},"plan":{"steps":[${steps}],"afterUndo":[]${rest}}}`

describe('what was stored under version 1 reads as today’s', () => {
  test.each([
    [
      'a booking before visits had types',
      'AppointmentCreated',
      `{${created}}`,
      { visitTypeId: null, beforeMinutes: 0, afterMinutes: 0, mail: true, sms: true, by: 'patient', over: [] },
    ],
    [
      'a booking before patients chose how to be told',
      'AppointmentCreated',
      `{${created},${types}}`,
      { visitTypeId: '11aa', afterMinutes: 5, mail: true, sms: true },
    ],
    [
      'a booking by SMS alone',
      'AppointmentCreated',
      `{${created},${types},"mail":false}`,
      { visitTypeId: '11aa', mail: false, sms: true },
    ],
    [
      'a confirmation from before one saga carried a visit that is confirmed at once',
      'AppointmentConfirmed',
      `{"appointmentId":"${appointmentId}"}`,
      { atOnce: false, by: 'doctor' },
    ],
    [
      'a move before visits had buffers',
      'AppointmentRescheduled',
      `{${moved}}`,
      { beforeMinutes: 0, afterMinutes: 0, by: 'staff' },
    ],
    [
      'a move with buffers',
      'AppointmentRescheduled',
      `{${moved},"beforeMinutes":5,"afterMinutes":10}`,
      { beforeMinutes: 5, afterMinutes: 10 },
    ],
    [
      'a cancellation from before there were late ones',
      'AppointmentCancelled',
      `{"appointmentId":"${appointmentId}","by":"patient"}`,
      { by: 'patient', late: false },
    ],
    [
      'a confirmation taken back before turns',
      'ConfirmationReverted',
      `{"appointmentId":"${appointmentId}"}`,
      { turn: 1 },
    ],
    ['a confirmation taken back', 'ConfirmationReverted', `{"appointmentId":"${appointmentId}","turn":4}`, { turn: 4 }],
    [
      'a refusal from before it said as whom',
      'AppointmentDeclined',
      `{"appointmentId":"${appointmentId}","reason":"doctor_declined"}`,
      { by: 'doctor' },
    ],
    [
      'a booking that failed, which was by nobody',
      'AppointmentDeclined',
      `{"appointmentId":"${appointmentId}","reason":"booking_failed"}`,
      { by: null },
    ],
    [
      'another address, which only patients left',
      'ContactCorrected',
      `{"appointmentId":"${appointmentId}","channel":"mail"}`,
      { by: 'patient' },
    ],
    ['an arrival from before it said as whom', 'ArrivalRecorded', `{"appointmentId":"${appointmentId}"}`, { by: null }],
    ['a visit that took place', 'VisitCompleted', `{"appointmentId":"${appointmentId}"}`, { by: null }],
    ['a visit that was missed', 'NoShowRecorded', `{"appointmentId":"${appointmentId}"}`, { by: null }],
    [
      'a coming that was taken back',
      'AttendanceReverted',
      `{"appointmentId":"${appointmentId}","of":"arrived"}`,
      { of: 'arrived', by: null },
    ],
    ['an intent before calls could be late', 'StepStarted', `{${intent}}`, { step: 'email-patient', lateUntil: null }],
    [
      'an intent after a lost call',
      'StepStarted',
      `{${intent},"lateUntil":"2026-11-25T09:00:00.000Z"}`,
      { lateUntil: '2026-11-25T09:00:00.000Z' },
    ],
  ] as const)('%s', (_, type, stored, today) => {
    const data = JSON.parse(stored)
    expect(upcast(type, 1, data)).toMatchObject({ ...data, ...today })
  })

  test.each([
    ['load-people', '"undo":false', { service: 'carnet', undo: false }],
    ['add-calendar-event', '"undo":true', { service: 'calendar', undo: true }],
    ['email-patient', '"undo":"nothing"', { service: 'mail', undo: false }],
    ['update-calendar-event', '"undo":"world"', { service: 'calendar', undo: true }],
    ['email-doctor', '"undo":"word"', { service: 'mail', undo: true }],
    ['text-confirmation', '"undo":"nothing"', { service: 'sms', undo: false }],
    ['schedule-reminders', '"undo":true,"service":"carnet"', { service: 'carnet', undo: true }],
  ])('a plan’s %s, with %s', (name, rest, today) => {
    const stored = plan(`{"name":"${name}","patienceSeconds":86400,${rest}}`)
    const steps = [{ name, patienceSeconds: 86_400, isPivot: false, ...today }]
    expect(upcast('SagaStarted', 1, JSON.parse(stored))).toEqual({
      ...bornToday(JSON.parse(`{${birth}}`)),
      plan: { steps, afterUndo: [], forwardOnly: false },
    })
  })

  test('a plan of today’s shape, word for word, of a saga that was about an appointment without saying so', () => {
    const step =
      '{"name":"release-previous-slot","service":"carnet","undo":false,"isPivot":true,"patienceSeconds":86400}'
    const stored = JSON.parse(plan(step, ',"forwardOnly":true'))
    expect(upcast('SagaStarted', 1, stored)).toEqual(bornToday(stored))
    expect(upcast('SagaStarted', 2, stored)).toEqual(bornToday(stored))
  })
})

/** A saga's first event names what it is about by its kind and its id. */
function bornToday({ appointmentId: id, ...born }: { appointmentId: string }) {
  return { ...born, subject: { kind: 'appointment', id } }
}

test('a confirmation of version 2 is the doctor’s, or the patient’s whose type of visit needs none', () => {
  expect(upcast('AppointmentConfirmed', 2, { appointmentId, atOnce: false })).toMatchObject({ by: 'doctor' })
  expect(upcast('AppointmentConfirmed', 2, { appointmentId, atOnce: true })).toMatchObject({ by: 'patient' })
})

test('a booking of version 3 says as whom, and lies over nobody', () => {
  expect(upcast('AppointmentCreated', 3, { appointmentId, by: 'staff' })).toEqual({
    appointmentId,
    by: 'staff',
    over: [],
  })
})

test('what is stored in today’s version is left as it is, and so are types that never changed', () => {
  expect(schemaVersionOf('AppointmentCreated')).toBe(4)
  expect(upcast('AppointmentCreated', 4, { appointmentId })).toEqual({ appointmentId })
  expect(schemaVersionOf('ReminderFellDue')).toBe(1)
  expect(upcast('ReminderFellDue', 1, { appointmentId })).toEqual({ appointmentId })
})

test('what only a later release has written is not guessed at', () => {
  expect(() => upcast('AppointmentCreated', 5, {})).toThrow('AppointmentCreated is stored in version 5')
})
