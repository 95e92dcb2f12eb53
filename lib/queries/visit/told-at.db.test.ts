import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { reportDelivery } from '@/lib/commands/saga/report-delivery'
import { correctContact } from '@/lib/commands/visit/correct-contact'
import type { Delivery } from '@/lib/domain/messages/delivery'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { renderContactChanged } from '@/lib/mails/contact-changed-mail'
import { carryToRest } from '@/tests/fixtures/carry-to-rest'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { bookAt, nowhere } from '@/tests/fixtures/unreached'
import { listToldAt } from './told-at'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(() => database.drop())

const toldAt = (id: string) => listToldAt(database.db, id)

test('a patient sees where they were told, and nobody else could tell from it whose address it is', async () => {
  const id = await bookAt(database.db, 60, 'amina@example.org', '+33639980001')
  expect(await toldAt(id)).toEqual([
    { channel: 'mail', to: 'a…@example.org', state: 'sent' },
    { channel: 'sms', to: '06 … 01', state: 'sent' },
  ])
})

test('an address that nothing reaches came back, until another was left and while that is written to', async () => {
  const { db } = database
  const id = await bookAt(db, 60, nowhere)
  expect(await toldAt(id)).toEqual([{ channel: 'mail', to: 'a…@gmial.invalid', state: 'returned' }])
  const { patientId } = await db.appointment.findUniqueOrThrow({ where: { id } })
  const by = { role: 'patient', id: patientId } as const
  const about = { requestId: newId(), appointmentId: id, by, channel: 'mail', to: 'amina@gmail.example' } as const
  await correctContact(db, about, renderContactChanged, isoNow())
  expect(await toldAt(id)).toMatchObject([{ state: 'waiting' }])
  await carryToRest(db)
  expect(await toldAt(id)).toEqual([{ channel: 'mail', to: 'a…@gmail.example', state: 'sent' }])
})

test.each<[Delivery, string]>([
  ['delivered', 'sent'],
  ['delayed', 'sent'],
  ['soft_bounced', 'sent'],
  ['bounced', 'returned'],
])('a mail of which it is reported later that it was %s is shown as %s', async (delivery, state) => {
  const { db } = database
  const id = await bookAt(db, 60, 'amina@example.org')
  const { key } = await db.message.findFirstOrThrow({ where: { subjectId: id, role: 'patient' } })
  await reportDelivery(db, { key, providerId: 'mail-1', delivery, code: null, at: isoNow() })
  expect(await toldAt(id)).toMatchObject([{ state }])
})
