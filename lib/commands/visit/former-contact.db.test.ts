import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { reportDelivery } from '@/lib/commands/saga/report-delivery'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import { correctContact } from '@/lib/commands/visit/correct-contact'
import { tellFormerContacts } from '@/lib/commands/visit/tell-former-contacts'
import { visitToken } from '@/lib/commands/visit/visit-links'
import { open } from '@/lib/db/sealed'
import type { Channel } from '@/lib/domain/messages/channels'
import { dayMs, minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { renderContactChanged } from '@/lib/mails/contact-changed-mail'
import { readInvariants } from '@/lib/queries/health/invariants'
import { listCameBack } from '@/lib/queries/saga/came-back'
import { listToldAt } from '@/lib/queries/visit/told-at'
import { findVisitLink } from '@/lib/queries/visit/visit-links'
import { carryToRest, runAhead } from '@/tests/fixtures/carry-to-rest'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { bookAt, nowhere } from '@/tests/fixtures/unreached'

const [first, second] = ['amina@example.org', 'somebody@else.example']

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(async () => {
  vi.useRealTimers()
  await database.drop()
})

async function correct(appointmentId: string, to: string, channel: Channel = 'mail') {
  const { patientId } = await database.db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })
  const by = { role: 'patient', id: patientId } as const
  return correctContact(
    database.db,
    { requestId: newId(), appointmentId, by, channel, to },
    renderContactChanged,
    isoNow(),
  )
}
/** What former addresses were told, or are to be. */
async function notices(appointmentId: string) {
  const rows = await database.db.message.findMany({ where: { subjectId: appointmentId, kind: 'contact_changed' } })
  return rows.map(({ recipient, content, status, delivery }) => ({
    to: open(recipient, 'message.recipient'),
    text: JSON.parse(open(content, 'message.content')).text as string,
    status,
    delivery,
  }))
}
async function sweepLater(ms = 2 * minuteMs) {
  runAhead(ms)
  return tellFormerContacts(database.db, isoNow())
}

test('whoever read of a visit hears that its messages go elsewhere, not where to, and gets no way to it', async () => {
  const { db } = database
  const id = await bookAt(db, 60, first)
  const corrected = await correct(id, second)
  if (!corrected.ok) throw new Error(corrected.refused)
  // As the page leads on: to the new link, whatever else is known of the change.
  expect(await visitToken(db, corrected.value, isoNow())).toHaveLength(26)
  expect(await notices(id)).toMatchObject([{ to: first, status: 'stored' }])
  await carryToRest(db)
  expect(await sweepLater()).toBe(1)
  expect(await sweepLater()).toBe(0)
  const [notice] = await notices(id)
  expect(notice).toMatchObject({ to: first, status: 'sent' })
  expect(notice?.text).not.toContain('else.example')
  expect(notice?.text).not.toContain('/v/')
  expect(await listToldAt(db, id)).toEqual([{ channel: 'mail', to: 's…@else.example', state: 'sent' }])
})

test('also when the visit is called off in the same breath, by whoever changed it', async () => {
  const { db } = database
  const id = await bookAt(db, 60, first)
  await correct(id, second)
  const { patientId } = await db.appointment.findUniqueOrThrow({ where: { id } })
  const by = { role: 'patient', id: patientId } as const
  await cancelAppointment(db, { requestId: newId(), appointmentId: id, by, reason: null }, isoNow())
  await carryToRest(db)
  await sweepLater()
  expect(await notices(id)).toMatchObject([{ to: first, status: 'sent' }])
})

test('each address once, also when another follows at once; one that knew nothing is told nothing', async () => {
  const { db } = database
  const id = await bookAt(db, 60, first)
  await correct(id, second)
  await correct(id, 'third@else.example')
  await carryToRest(db)
  await sweepLater()
  expect((await notices(id)).map(({ to }) => to)).toEqual([first])

  const unread = await book(database.db, 63)
  await correct(unread, second)
  const mistyped = await bookAt(db, 66, nowhere)
  await correct(mistyped, second)
  expect([...(await notices(unread)), ...(await notices(mistyped))]).toEqual([])
})

test('a number is told like an address', async () => {
  const id = await bookAt(database.db, 60, first, '+33639980001')
  await correct(id, '+33639980009', 'sms')
  await sweepLater()
  expect(await notices(id)).toMatchObject([{ to: '+33639980001', status: 'sent' }])
})

test('to have it said again at the same address changes nothing: the link stays, and nobody else is told', async () => {
  const { db } = database
  const id = await bookAt(db, 60, first)
  const { patientId } = await db.appointment.findUniqueOrThrow({ where: { id } })
  const token = await visitToken(db, { appointmentId: id, contactId: patientId }, isoNow())
  expect(await correct(id, first)).toMatchObject({ ok: true, value: { notice: null } })
  expect(await correct(id, first)).toMatchObject({ refused: 'said_just_now' })
  await carryToRest(db)
  expect(await notices(id)).toEqual([])
  expect(await findVisitLink(db, token, isoNow())).toMatchObject({ opens: true })
  expect(await db.message.count({ where: { subjectId: id, role: 'patient', status: 'sent' } })).toBe(2)
})

test('what cannot be sent comes before the desk, and is not settled by yet another address', async () => {
  const { db } = database
  const id = await bookAt(db, 60, first)
  await db.demoFault.create({ data: { service: 'mail', mode: 'down' } })
  await correct(id, second)
  expect(await sweepLater()).toBe(0)
  expect(await notices(id)).toMatchObject([{ status: 'stored', delivery: null }])
  const broken = async () =>
    (await readInvariants(db, isoNow())).find(({ name }) => /former address/.test(name))?.broken
  expect(await broken()).toEqual([])
  runAhead(dayMs)
  expect(await broken()).toHaveLength(1)
  await tellFormerContacts(db, isoNow())
  await correct(id, 'third@else.example')
  expect(await broken()).toEqual([])
  expect(await listCameBack(db)).toMatchObject([{ kind: 'contact_changed', delivery: 'failed' }])
})

test('a mail that came back from the first address is no reason to write there', async () => {
  const { db } = database
  const id = await bookAt(db, 60, first)
  const { key } = await db.message.findFirstOrThrow({ where: { subjectId: id, role: 'patient' } })
  await reportDelivery(db, { key, providerId: null, delivery: 'bounced', code: null, at: isoNow() })
  await correct(id, second)
  expect(await notices(id)).toEqual([])
})
