import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { reachedBy } from '@/lib/domain/messages/channels'
import { ofAppointment } from '@/lib/domain/subject'
import { laterBy, secondMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { doctors } from '@/prisma/demo/cast'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { append } from './append'
import { load } from './load'
import type { Recorded } from './recorded'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const now = '2026-11-22T10:00:00.000Z'
const created = (appointmentId: string, startsAt: string, endsAt: string): AppointmentEvent => ({
  type: 'AppointmentCreated',
  data: {
    appointmentId,
    doctorId: doctors.helene.id,
    patientId: newId(),
    by: 'patient',
    over: [],
    startsAt,
    endsAt,
    ...reachedBy('mail'),
    visitTypeId: null,
    beforeMinutes: 0,
    afterMinutes: 0,
  },
})
const at = (clock: string) => `2026-11-24T${clock}:00.000Z`

async function create(appointmentId: string, starts: string, ends: string) {
  const events = [created(appointmentId, at(starts), at(ends))]
  const changes = [{ streamId: appointmentId, history: [], events }]
  return append(database.db, { commandId: newId(), actor: 'test', now, changes })
}

test('of two appends that expect the same version, exactly one wins, and versions have no holes', async () => {
  const { db } = database
  const id = newId()
  await create(id, '08:00', '08:20')
  const history = await load(db, id)
  const confirm = (commandId: string) => {
    const events: AppointmentEvent[] = [
      { type: 'AppointmentConfirmed', data: { appointmentId: id, by: 'doctor', atOnce: false } },
    ]
    return append(db, { commandId, actor: 'test', now, changes: [{ streamId: id, history, events }] })
  }
  const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(newId())))
  expect(answers.filter(({ appended }) => appended)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.appended && answer.because === 'conflict')).toHaveLength(9)
  expect((await load(db, id)).map(({ version }) => version)).toEqual([1, 2])
})

test('overlapping time of one doctor is refused and records nothing; touching time is not', async () => {
  const { db } = database
  const [first, overlapping, touching] = [newId(), newId(), newId()]
  expect(await create(first, '09:00', '09:20')).toMatchObject({ appended: true })
  expect(await create(overlapping, '09:10', '09:30')).toEqual({ appended: false, because: 'slot_taken' })
  expect(await load(db, overlapping)).toEqual([])
  expect(await db.saga.count({ where: { subjectId: overlapping } })).toBe(0)
  expect(await db.outbox.count({ where: { streamId: overlapping } })).toBe(0)
  expect(await create(touching, '09:20', '09:40')).toMatchObject({ appended: true })
})

test('the event, its read model, its claim, its saga and its outbox row appear together', async () => {
  const { db } = database
  const id = newId()
  await create(id, '10:00', '10:20')
  const [event] = await load(db, id)
  const saga = await db.saga.findFirstOrThrow({ where: { subjectId: id } })
  expect(saga).toMatchObject({ status: 'RUNNING', type: 'appointment-created', turn: 1, currentStep: 1 })
  expect(saga.stepNames).toEqual(['load-people', 'add-calendar-event', 'email-patient', 'email-doctor'])
  expect(await db.appointment.findUnique({ where: { id } })).toMatchObject({ status: 'requested', version: 1 })
  expect(await db.slotClaim.count({ where: { appointmentId: id } })).toBe(1)
  const outbox = await db.outbox.findUniqueOrThrow({ where: { eventId: event?.eventId ?? '' } })
  const payload = { eventId: event?.eventId, sagaId: saga.sagaId, appointmentId: id }
  expect(outbox).toMatchObject({ name: 'appointment/created', status: 'NEW', payload })
})

test('an event is never changed or deleted', async () => {
  const { db } = database
  await expect(db.$executeRaw`update event set type = 'Other'`).rejects.toThrow(/append-only/)
  await expect(db.$executeRaw`delete from event`).rejects.toThrow(/append-only/)
  await expect(db.$executeRaw`truncate event`).rejects.toThrow(/append-only/)
})

test('an instant comes back as it went in, whatever the server’s own time zone', async () => {
  const { db } = database
  const id = newId()
  await create(id, '11:00', '11:20')
  expect((await db.appointment.findUnique({ where: { id } }))?.startsAt.toISOString()).toBe(at('11:00'))
})

test('one acts for an appointment at a time: a token keeps others out until it lapses, and is then lost to its holder', async () => {
  const { db } = database
  const appointmentId = newId()
  const subject = ofAppointment(appointmentId)
  const [first, second] = [newId(), newId()]
  const at = (seconds: number) => laterBy(now, seconds * secondMs)
  const ask = async (when: string, driver: Pick<Parameters<typeof append>[1], 'take' | 'release'>) => {
    const id = newId()
    const request = { commandId: newId(), actor: 'test', now: when, ...driver }
    const events: AppointmentEvent[] = [{ type: 'ConfirmationReverted', data: { appointmentId: id, turn: 1 } }]
    const changes = [{ streamId: id, history: [recorded(id, appointmentId)], events }]
    return append(db, { ...request, changes })
  }
  const refused = { appended: false, because: 'not_driving' }
  expect(await ask(at(0), { take: { subject, token: first, until: at(20) } })).toMatchObject({ appended: true })
  const events = await db.event.count()
  expect(await ask(at(19), { take: { subject, token: second, until: at(39) } })).toEqual(refused)
  expect(await db.event.count()).toBe(events)
  expect(await ask(at(20), { take: { subject, token: second, until: at(40) } })).toMatchObject({ appended: true })
  expect(await ask(at(21), { release: { subject, token: first } })).toEqual(refused)
  expect(await ask(at(22), { release: { subject, token: second } })).toMatchObject({ appended: true })
})

/** A first event as it was read: some stream to append to. */
function recorded(streamId: string, seed: string): Recorded {
  const event = created(streamId, '2030-01-01T08:00:00.000Z', '2030-01-01T08:20:00.000Z')
  const metadata = { actor: 'test', correlationId: seed, causationId: null }
  return { eventId: newId(), streamId, version: 1, event, metadata, at: now }
}
