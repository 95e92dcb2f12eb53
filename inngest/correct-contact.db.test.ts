import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { askDeskAboutUnreached } from '@/lib/commands/saga/ask-desk'
import { reportDelivery } from '@/lib/commands/saga/report-delivery'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { correctContact } from '@/lib/commands/visit/correct-contact'
import { visitToken } from '@/lib/commands/visit/visit-links'
import { open } from '@/lib/db/sealed'
import type { Channel } from '@/lib/domain/messages/channels'
import { hourMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { renderContactChanged } from '@/lib/mails/contact-changed-mail'
import { listCameBack } from '@/lib/queries/saga/came-back'
import { findVisitLink } from '@/lib/queries/visit/visit-links'
import { doctors } from '@/prisma/demo/cast'
import { carryToRest, runAhead } from '@/tests/fixtures/carry-to-rest'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { bookAt, nowhere } from '@/tests/fixtures/unreached'
import { visitOf } from '@/tests/fixtures/visit'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(async () => {
  vi.useRealTimers()
  await database.drop()
})

type Correction = { to?: string; channel?: Channel; requestId?: string }

async function correct(appointmentId: string, { to, channel = 'mail', requestId = newId() }: Correction = {}) {
  const { patientId } = await database.db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })
  const by = { role: 'patient', id: patientId } as const
  const about = { requestId, appointmentId, by, channel, to: to ?? 'amina@gmail.example' }
  return correctContact(database.db, about, renderContactChanged, isoNow())
}
const mailsTo = async (appointmentId: string) => {
  const rows = await database.db.message.findMany({ where: { subjectId: appointmentId, role: 'patient' } })
  const sent = rows.filter(({ status }) => status === 'sent').toSorted((a, b) => a.key.localeCompare(b.key))
  return sent.map(({ key, recipient }) => [key.split(':').slice(1).join(':'), open(recipient, 'message.recipient')])
}
async function tokenOf(appointmentId: string) {
  const { patientId } = await database.db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })
  return visitToken(database.db, { appointmentId, contactId: patientId }, isoNow())
}

test('who could not be reached leaves another address, and is told there once, with a link of its own', async () => {
  const { db } = database
  const id = await bookAt(db, 60, nowhere)
  const before = await tokenOf(id)
  const requestId = newId()
  for (let press = 0; press < 2; press++) expect(await correct(id, { requestId })).toMatchObject({ ok: true })
  await carryToRest(db)

  expect(await mailsTo(id)).toEqual([['requested:2:patient:1', 'amina@gmail.example']])
  expect(await visitOf(db, id).saga('appointment-contact-corrected')).toMatchObject({ outcome: 'done' })
  const after = await tokenOf(id)
  expect(await findVisitLink(db, before, isoNow())).toEqual({ opens: false, because: 'replaced' })
  expect(await findVisitLink(db, after, isoNow())).toMatchObject({ opens: true })
  const mail = await db.message.findFirstOrThrow({ where: { key: { endsWith: 'requested:2:patient:1' } } })
  expect(open(mail.content, 'message.content')).toContain(after)

  runAhead(2 * hourMs)
  expect(await askDeskAboutUnreached(db, isoNow(), hourMs)).toBe(0)
  const events = JSON.stringify(await db.event.findMany({ select: { data: true, metadata: true } }))
  expect(events).not.toContain('amina@')
})

test.each([
  ['mail', 'requested:', 'amina@gmail.example'],
  ['sms', 'text_requested:', '+33639980009'],
] as const)('who corrects before the first %s has gone out is told once', async (channel, kind, to) => {
  const id = await book(database.db, 60)
  await correct(id, { channel, to })
  await carryToRest(database.db)
  expect((await mailsTo(id)).filter(([key]) => key?.startsWith(kind))).toEqual([[expect.anything(), to]])
  expect(await visitOf(database.db, id).saga('appointment-contact-corrected')).toMatchObject({ outcome: 'done' })
})

test('what comes later goes to the other address, and a confirmed visit is said to be confirmed', async () => {
  const { db } = database
  const id = await bookAt(db, 60, nowhere)
  await correct(id, { to: 'amina@gmail.example' })
  await carryToRest(db)
  await confirmAppointment(
    db,
    { requestId: newId(), appointmentId: id, by: { role: 'doctor', id: doctors.helene.id } },
    isoNow(),
  )
  await carryToRest(db)
  await correct(id, { to: 'amina@work.example' })
  await carryToRest(db)
  expect(await mailsTo(id)).toEqual([
    ['confirmed:3:patient:1', 'amina@gmail.example'],
    ['confirmed:4:patient:2', 'amina@work.example'],
    ['requested:2:patient:1', 'amina@gmail.example'],
  ])
})

test('the desk that was asked to call is let go, and asked anew should nothing reach that address either', async () => {
  const { db } = database
  const id = await bookAt(db, 60, nowhere)
  const asking = () => db.saga.findMany({ where: { needsAttention: true }, select: { type: true } })
  runAhead(hourMs)
  await askDeskAboutUnreached(db, isoNow(), hourMs)
  expect(await asking()).toEqual([{ type: 'appointment-created' }])
  await correct(id, { to: 'amina@outloook.invalid' })
  await carryToRest(db)
  expect(await asking()).toEqual([])
  runAhead(hourMs)
  expect(await askDeskAboutUnreached(db, isoNow(), hourMs)).toBe(1)
  expect(await asking()).toEqual([{ type: 'appointment-contact-corrected' }])
})

test('nobody has to call any more about a mail that came back from the other address', async () => {
  const { db } = database
  const id = await bookAt(db, 60, 'amina@example.org')
  const { key } = await db.message.findFirstOrThrow({ where: { subjectId: id, role: 'patient' } })
  const report = { key, providerId: 'mail-1', delivery: 'bounced', code: 'Permanent/General' } as const
  await reportDelivery(db, { ...report, at: isoNow() })
  expect(await listCameBack(db)).toHaveLength(1)
  await correct(id)
  expect(await listCameBack(db)).toEqual([])
})

test('a number is corrected like an address, and says it by SMS alone', async () => {
  const { db } = database
  const id = await bookAt(db, 60, 'amina@example.org')
  await correct(id, { channel: 'sms', to: '+33639980009' })
  await carryToRest(db)
  expect((await mailsTo(id)).filter(([key]) => key?.includes(':2:'))).toEqual([
    ['text_requested:2:patient:1', '+33639980009'],
  ])
})

test('a visit that was called off takes none', async () => {
  const { db } = database
  const id = await bookAt(db, 60, nowhere)
  const by = { role: 'doctor', id: doctors.helene.id } as const
  await cancelAppointment(db, { requestId: newId(), appointmentId: id, by, reason: null }, isoNow())
  expect(await correct(id)).toMatchObject({ refused: 'appointment_ended' })
})
