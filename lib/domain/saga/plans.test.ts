import { describe, expect, test } from 'vitest'
import { type Effect, effectOf } from '@/inngest/effects'
import { sagas } from '@/inngest/sagas/sagas'
import type { Appointment } from '@/lib/domain/appointment/appointment'
import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { channelsOf, reachedBy, stepSaying } from '@/lib/domain/messages/channels'
import type { PlannedStep } from './planned-step'
import { planOf, plans, type SagaPlan, type SagaType, sagaStartedBy } from './plans'
import { undoPrefix } from './saga'

const types = Object.keys(plans) as SagaType[]
const reaches = [reachedBy('mail'), reachedBy('mail', 'sms'), reachedBy('sms')]
const everyPlan = types.flatMap((type) => {
  const { plan } = planOf(type)
  const plansOf = [
    ...reaches.map((reach): SagaPlan => plan(reach)),
    ...reaches.map((reach): SagaPlan => plan(reach, true)),
  ]
  const stepsOf = (plan: SagaPlan) => [...plan.steps, ...plan.afterUndo] as PlannedStep[]
  const undone = new Set(plansOf.flatMap(stepsOf).flatMap(({ name, undo }) => (undo ? [name] : [])))
  return plansOf.map((plan, index) => ({
    type,
    plan,
    undone,
    reach: reaches[index % reaches.length],
    all: stepsOf(plan),
  }))
})
const hours = 3600

describe('every plan', () => {
  test('names each of its steps once', () => {
    for (const { type, all } of everyPlan) {
      const names = all.map(({ name }) => name)
      expect(new Set(names).size, type).toBe(names.length)
    }
  })
  test('knows how each step is done, and how what can be undone is undone', () => {
    for (const { type, undone, all } of everyPlan) {
      for (const { name } of all) {
        const effects: Record<string, Effect> = sagas[type]
        expect(() => effectOf(effects, name), name).not.toThrow()
        if (undone.has(name)) expect(() => effectOf(effects, undoPrefix + name), name).not.toThrow()
        else expect(() => effectOf(effects, undoPrefix + name), name).toThrow('no effect for step')
      }
    }
  })
  test('that goes only forward undoes nothing; any other can take back what it tells a calendar, and says so', () => {
    for (const { type, plan } of everyPlan) {
      if (plan.forwardOnly) {
        expect(plan.steps.some(({ undo }) => undo) || plan.afterUndo.length > 0, type).toBe(false)
      } else {
        expect(
          plan.steps.filter(({ service }) => service === 'calendar').every(({ undo }) => undo),
          type,
        ).toBe(true)
        expect(['mail', 'sms'], type).toContain(plan.afterUndo.at(-1)?.service)
      }
    }
  })
  test('has nothing after the step that nothing takes back', () => {
    for (const { type, plan } of everyPlan) {
      expect(
        plan.steps.slice(0, -1).some(({ isPivot }) => isPivot),
        type,
      ).toBe(false)
    }
  })
  test('repeats no message for as long as its provider keeps a key', () => {
    for (const { all } of everyPlan) {
      const words = all.filter(({ service }) => service === 'mail' || service === 'sms')
      expect(words.every(({ patienceSeconds }) => patienceSeconds < 24 * hours)).toBe(true)
    }
  })
  test('tells the patient as they wish, and never in a way that they did not choose', () => {
    for (const { type, all, plan, reach } of everyPlan) {
      const mails = all.filter(({ name, service }) => service === 'mail' && !name.startsWith('email-doctor'))
      const texts = all.filter(({ service }) => service === 'sms')
      if (!reach?.mail) expect(mails, type).toEqual([])
      if (!reach?.sms) expect(texts, type).toEqual([])
      expect(mails.length + texts.length, type).toBeGreaterThan(0)
      expect(plan.steps.filter(({ service }) => service === 'sms').length, type).toBeLessThanOrEqual(1)
    }
  })
  test('tells the patient once of what is confirmed at once, and last', () => {
    for (const reach of reaches) {
      const { steps } = plans['appointment-created'].plan(reach, true)
      const names = steps.map(({ name }) => name)
      const told = channelsOf(reach).map((channel) => stepSaying(channel, 'confirmed'))
      expect(names.slice(-told.length)).toEqual(told)
      expect(names).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(email|text)-patient$/)]))
    }
  })
  test('corrects a yes to the patient exactly once', () => {
    for (const reach of reaches) {
      const { steps } = plans['appointment-confirmed'].plan(reach)
      const corrected = steps.filter(({ service, undo }) => undo && (service === 'mail' || service === 'sms'))
      expect(corrected).toHaveLength(1)
    }
  })
})

const appointmentId = 'visit'
const slot = { doctorId: 'helene', startsAt: '2026-11-24T13:20:00.000Z', endsAt: '2026-11-24T13:40:00.000Z' }
const other = { ...slot, startsAt: '2026-11-25T13:20:00.000Z', endsAt: '2026-11-25T13:40:00.000Z' }

test('what happens to a visit starts the saga that carries it out, and what a saga records starts none', () => {
  const started = (event: AppointmentEvent) => sagaStartedBy(event)
  const of = { appointmentId }
  const kind = 'day-before'
  const buffers = { beforeMinutes: 0, afterMinutes: 0 }
  const request = {
    ...of,
    ...slot,
    ...buffers,
    visitTypeId: null,
    patientId: 'amina',
    ...reachedBy('mail'),
    by: 'patient' as const,
    over: [],
  }
  expect(started({ type: 'AppointmentCreated', data: request })).toBe('appointment-created')
  expect(started({ type: 'AppointmentConfirmed', data: { ...of, by: 'doctor', atOnce: false } })).toBe(
    'appointment-confirmed',
  )
  expect(started({ type: 'AppointmentConfirmed', data: { ...of, by: 'patient', atOnce: true } })).toBeUndefined()
  expect(started({ type: 'AppointmentRescheduled', data: { ...of, ...slot, ...buffers, by: 'patient' } })).toBe(
    'appointment-rescheduled',
  )
  expect(started({ type: 'AppointmentCancelled', data: { ...of, by: 'staff', late: false } })).toBe(
    'appointment-cancelled',
  )
  expect(started({ type: 'AppointmentDeclined', data: { ...of, by: 'doctor', reason: 'doctor_declined' } })).toBe(
    'appointment-declined',
  )
  expect(started({ type: 'ReminderFellDue', data: { ...of, kind, dueAt: slot.startsAt } })).toBe('appointment-reminder')
  expect(started({ type: 'NoShowRecorded', data: { ...of, by: 'staff' } })).toBe('appointment-no-show')
  const own: AppointmentEvent[] = [
    { type: 'ConfirmationReverted', data: { ...of, turn: 2 } },
    { type: 'PreviousSlotReleased', data: { ...of, ...slot, turn: 2 } },
    { type: 'RescheduleReverted', data: { ...of, ...slot, turn: 2 } },
    { type: 'AppointmentDeclined', data: { ...of, by: null, reason: 'booking_failed' } },
  ]
  expect(own.map(started)).toEqual([undefined, undefined, undefined, undefined])
})

describe('nothing is left to do', () => {
  const buffers = { beforeMinutes: 0, afterMinutes: 0 }
  const known = { id: appointmentId, patientId: 'amina', slot, buffers }
  const confirmed: Appointment = {
    ...known,
    state: 'confirmed',
    movedFrom: null,
    hasArrived: false,
    isCalledIn: false,
    corrections: 0,
  }
  const requested: Appointment = {
    ...known,
    state: 'requested',
    movedFrom: null,
    hasArrived: false,
    isCalledIn: false,
    corrections: 0,
  }
  const cancelled: Appointment = { ...known, state: 'ended', how: 'cancelled', by: 'patient', late: false }
  const before = '2026-11-24T13:19:00.000Z'
  const isMoot = (type: SagaType, appointment: Appointment, now = before) =>
    planOf(type).isMoot?.({ appointment, asOfTurn: confirmed, now }) ?? false

  test('for a visit that has ended, but to tell of its end', () => {
    expect(types.filter((type) => isMoot(type, cancelled))).toEqual([
      'appointment-created',
      'appointment-confirmed',
      'appointment-rescheduled',
      'appointment-reminder',
      'appointment-contact-corrected',
    ])
  })
  test('to remind of a visit that is not confirmed, was moved, or has begun', () => {
    expect(isMoot('appointment-reminder', confirmed)).toBe(false)
    expect(isMoot('appointment-reminder', requested)).toBe(true)
    expect(isMoot('appointment-reminder', { ...confirmed, slot: other })).toBe(true)
    expect(isMoot('appointment-reminder', confirmed, slot.startsAt)).toBe(true)
  })
})
