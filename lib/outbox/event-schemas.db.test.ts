import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { operateSaga } from '@/lib/commands/saga/operate-saga'
import { postDueReminders } from '@/lib/commands/saga/post-due-reminders'
import { correctContact } from '@/lib/commands/visit/correct-contact'
import type { Operation } from '@/lib/domain/saga/operate'
import type { SagaType } from '@/lib/domain/saga/plans'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { beginning, readOrder } from '@/lib/event-store/read-order'
import { streamedTypes } from '@/lib/event-store/stream-kinds'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { renderContactChanged } from '@/lib/mails/contact-changed-mail'
import { patients } from '@/prisma/demo/cast'
import { carryToRest, deliver, runAhead } from '@/tests/fixtures/carry-to-rest'
import { book, offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { complainer } from '@/tests/fixtures/event-schemas'
import { loseCallOf } from '@/tests/fixtures/lose-call'
import { mergeAndUndo } from '@/tests/fixtures/patients/merge-and-undo'
import { visitOf } from '@/tests/fixtures/visit'
import { type EventMessage, toMessage, wireType } from './cloud-event'

let database: TestDatabase
let messages: EventMessage[]
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  for (const story of stories) await story()
  const count = await database.db.event.count()
  messages = await vi.waitFor(
    async () => {
      const events = await readOrder(database.db, beginning, 10_000)
      expect(events).toHaveLength(count)
      return events.map((event) => toMessage(event, 'http://localhost:3000'))
    },
    { timeout: minuteMs, interval: 50 },
  )
})
afterAll(async () => {
  vi.useRealTimers()
  await database.drop()
})

const ofVisits = [
  booked,
  moved,
  notMoved,
  notConfirmed,
  declined,
  undone,
  waitedFor,
  lost,
  corrected,
  calledOff,
  attended,
]
const stories = [...ofVisits, merged]

test('everything that is emitted keeps to its schema', () => {
  const complain = complainer()
  expect(messages.flatMap(({ value }) => complain(value))).toEqual([])
})

test('the visits of this test meet with every type of event', () => {
  const met = new Set(messages.map(({ value }) => JSON.parse(value).data.type))
  expect([...met].toSorted()).toEqual(streamedTypes.map(wireType).toSorted())
})

test('what is emitted names nobody', () => {
  const all = messages.map(({ value }) => value).join('\n')
  for (const { name, email, phone } of Object.values(patients)) {
    for (const word of [...name.split(' '), email, phone]) if (word) expect(all).not.toContain(word)
  }
})

let number = 0
const newVisit = async () => visitOf(database.db, await book(database.db, 10 * number++))
type Visit = Awaited<ReturnType<typeof newVisit>>
const rest = () => carryToRest(database.db)
const mail = (state: 'works' | 'down' | 'refuses') => setDemoFault(database.db, 'mail', state)
const freeHour = async () => (await offeredSlots(database.db))[10 * number++ + 5]?.startsAt ?? ''

async function operate(visit: Visit, type: SagaType, operation: Operation): Promise<void> {
  const { sagaId, version } = await visit.saga(type)
  const press = { requestId: newId(), sagaId, version, operation, by: 'ada', note: null }
  expect(await operateSaga(database.db, press, isoNow())).toMatchObject({ ok: true })
}

async function confirmedVisit(): Promise<Visit> {
  const visit = await newVisit()
  await visit.confirm()
  await rest()
  return visit
}

/** Until it is refused, then mail works again. */
async function refused(visit: Visit, type: SagaType): Promise<void> {
  await mail('refuses')
  await deliver((await visit.saga(type)).sagaId)
  await mail('works')
  await rest()
}

async function booked(): Promise<void> {
  await confirmedVisit()
}

async function moved(): Promise<void> {
  const visit = await confirmedVisit()
  expect(await visit.moveTo(await freeHour())).toMatchObject({ ok: true })
  await rest()
}

async function notMoved(): Promise<void> {
  const visit = await confirmedVisit()
  await visit.moveTo(await freeHour())
  await refused(visit, 'appointment-rescheduled')
}

async function notConfirmed(): Promise<void> {
  const visit = await newVisit()
  await rest()
  await visit.confirm()
  await refused(visit, 'appointment-confirmed')
}

async function declined(): Promise<void> {
  const visit = await newVisit()
  await visit.decline()
  await rest()
}

/** Nobody can be told that it could not be booked, until an admin tries again. */
async function undone(): Promise<void> {
  await mail('refuses')
  const visit = await newVisit()
  await rest()
  await mail('works')
  await operate(visit, 'appointment-created', 'retry')
  await rest()
}

/** Mail is away: one admin goes on without it, another has it undone. */
async function waitedFor(): Promise<void> {
  for (const operation of ['skip', 'compensate'] as const) {
    const visit = await newVisit()
    await mail('down')
    await deliver((await visit.saga('appointment-created')).sagaId)
    await operate(visit, 'appointment-created', operation)
    await mail('works')
    await rest()
  }
}

async function lost(): Promise<void> {
  const visit = await newVisit()
  await loseCallOf(database.db, (await visit.saga('appointment-created')).sagaId, 'add-calendar-event')
  runAhead(21_000)
  await rest()
}

/** The patient cannot be told of it, and somebody is. */
async function corrected(): Promise<void> {
  const visit = await confirmedVisit()
  const { id: appointmentId, patientId } = await visit.row()
  const by = { role: 'patient', id: patientId } as const
  const correction = { requestId: newId(), appointmentId, by, channel: 'mail', to: patients.theo.email } as const
  expect(await correctContact(database.db, correction, renderContactChanged, isoNow())).toMatchObject({ ok: true })
  await rest()
}

async function calledOff(): Promise<void> {
  const visit = await confirmedVisit()
  await visit.cancel()
  await refused(visit, 'appointment-cancelled')
  await operate(visit, 'appointment-cancelled', 'resolve')
}

async function attended(): Promise<void> {
  const [visit, other] = [await confirmedVisit(), await confirmedVisit()]
  const { startsAt } = await other.row()
  runAhead(startsAt.getTime() - hourMs - Date.now())
  await postDueReminders(database.db, isoNow())
  runAhead(2 * hourMs)
  await visit.arrived()
  await visit.calledIn()
  await visit.completed()
  await other.missed()
  await other.takeBack('no_show')
  await rest()
}

async function merged(): Promise<void> {
  const [one, other] = [await newVisit(), await newVisit()]
  await mergeAndUndo(database.db, (await one.row()).patientId, (await other.row()).patientId)
  await rest()
}
