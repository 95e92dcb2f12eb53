import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { tokenHash } from '@/lib/db/token-hash'
import { dayMs, laterBy } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { listMessages } from '@/lib/queries/saga/messages'
import { findVisitLink } from '@/lib/queries/visit/visit-links'
import { doctors, patients } from '@/prisma/demo/cast'
import { book, offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'
import { createAppointment } from './create-appointment'
import { sendNewLink } from './send-new-link'
import { giveMissingLinks, replaceVisitLink, visitToken } from './visit-links'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const linksTo = (appointmentId: string) => database.db.visitLink.findMany({ where: { appointmentId } })
async function contactOf(id: string): Promise<string> {
  return (await database.db.appointment.findUniqueOrThrow({ where: { id } })).patientId
}

test('a visit is born with one link of its patient, also when its request comes twenty times at once', async () => {
  const { db } = database
  const slot = (await offeredSlots(db))[3]
  const request = { requestId: newId(), doctorSlug: doctors.helene.slug, startsAt: slot?.startsAt ?? '' }
  const send = () => createAppointment(db, { ...request, patient: patients.amina }, isoNow())
  const [answer] = await Promise.all(Array.from({ length: 20 }, send))
  if (!answer?.ok) throw new Error('not booked')
  const { appointmentId } = answer.value
  const contactId = await contactOf(appointmentId)
  expect(await linksTo(appointmentId)).toMatchObject([{ contactId, revokedAt: null }])
})

test('a new link revokes the old one, whose token is kept nowhere', async () => {
  const { db } = database
  const appointmentId = await book(db, 4)
  const of = { appointmentId, contactId: await contactOf(appointmentId) }
  const token = await replaceVisitLink(db, of, isoNow())
  const links = await linksTo(appointmentId)
  expect(links).toHaveLength(2)
  const opening = links.filter(({ revokedAt }) => revokedAt === null)
  expect(opening.map((link) => Buffer.from(link.tokenHash))).toEqual([Buffer.from(tokenHash(token))])
  expect(links.filter(({ token }) => token === null)).toHaveLength(1)
})

test('of many new links asked for at once one is open, and everybody is told that one', async () => {
  const { db } = database
  const appointmentId = await book(db, 5)
  const of = { appointmentId, contactId: await contactOf(appointmentId) }
  const tokens = await Promise.all(Array.from({ length: 8 }, () => replaceVisitLink(db, of, isoNow())))
  const links = await linksTo(appointmentId)
  const opening = links.find(({ revokedAt }) => revokedAt === null)
  expect(links.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
  expect(tokens.map((token) => Buffer.from(tokenHash(token)).toString('hex'))).toContain(
    Buffer.from(opening?.tokenHash ?? []).toString('hex'),
  )
})

test('revoked and minted are one commit: a transaction that fails leaves the old link open', async () => {
  const { db } = database
  const appointmentId = await book(db, 6)
  const of = { appointmentId, contactId: await contactOf(appointmentId) }
  const failing = db.$transaction(async (tx) => {
    await replaceVisitLink(tx as typeof db, of, isoNow())
    throw new Error('the other half failed')
  })
  await expect(failing).rejects.toThrow('the other half failed')
  expect(await linksTo(appointmentId)).toMatchObject([{ revokedAt: null }])
})

test('a link opens its page until thirty days after the visit as it stands, and says why it does not', async () => {
  const { db } = database
  const appointmentId = await book(db, 8)
  const of = { appointmentId, contactId: await contactOf(appointmentId) }
  const token = await visitToken(db, of, isoNow())
  const shown = `${token.slice(0, 13)}-${token.slice(13)}`.toLowerCase()
  expect(await findVisitLink(db, shown, isoNow())).toEqual({ appointmentId, opens: true })

  const slots = await offeredSlots(db)
  const [was, to] = [slots[8]?.startsAt ?? '', slots[40]?.startsAt ?? '']
  const over = laterBy(was, 30 * dayMs)
  expect(await findVisitLink(db, token, over)).toEqual({ opens: false, because: 'over' })
  await visitOf(db, appointmentId).moveTo(to)
  expect(await findVisitLink(db, token, over)).toEqual({ appointmentId, opens: true })
  expect(await findVisitLink(db, token, laterBy(to, 30 * dayMs))).toEqual({ opens: false, because: 'over' })

  const newer = await replaceVisitLink(db, of, isoNow())
  expect(await findVisitLink(db, token, isoNow())).toEqual({ opens: false, because: 'replaced' })
  expect(await findVisitLink(db, newer, isoNow())).toEqual({ appointmentId, opens: true })
})

test('what was never made is looked for like what was, and is nothing', async () => {
  const { db } = database
  for (const shown of ['', 'nonsense', '0'.repeat(26), 'é'.repeat(5_000), `${newId()}' or true`])
    expect(await findVisitLink(db, shown, isoNow())).toBeUndefined()
})

test('a visit that an earlier release has booked is given its link, by whoever comes first', async () => {
  const { db } = database
  const appointmentId = await book(db, 9)
  const of = { appointmentId, contactId: await contactOf(appointmentId) }
  await db.visitLink.deleteMany({ where: of })
  const tokens = await Promise.all(Array.from({ length: 5 }, () => visitToken(db, of, isoNow())))
  expect(new Set(tokens).size).toBe(1)
  await db.visitLink.deleteMany({ where: of })
  expect(await giveMissingLinks(db, isoNow())).toBe(1)
  expect(await giveMissingLinks(db, isoNow())).toBe(0)
  expect(await linksTo(appointmentId)).toHaveLength(1)
})

test('whoever gave a link away is sent another, which the message alone carries', async () => {
  const { db } = database
  const appointmentId = await book(db, 10)
  const of = { appointmentId, contactId: await contactOf(appointmentId) }
  const old = await visitToken(db, of, isoNow())
  const render = async (token: string) => ({ subject: 'new', text: token, html: null, ics: null })
  const sent = await sendNewLink(db, of, render, isoNow())
  const key = sent.ok ? sent.value.key : ''
  await db.message.update({ where: { key }, data: { status: 'sent' } })
  const [message] = await listMessages(db, 'mail')
  expect(message).toMatchObject({ key, to: patients.amina.email })
  const stored = await db.message.findUniqueOrThrow({ where: { key } })
  expect(stored).toMatchObject({ subjectId: appointmentId, channel: 'mail', kind: 'new_link' })
  expect(await findVisitLink(db, old, isoNow())).toEqual({ opens: false, because: 'replaced' })
})

test('the link of somebody who left no address stays: another could not be sent', async () => {
  const { db } = database
  const appointmentId = await book(db, 11)
  const of = { appointmentId, contactId: await contactOf(appointmentId) }
  await db.patient.update({ where: { id: of.contactId }, data: { email: null, emailIndex: null, phone: null } })
  const old = await visitToken(db, of, isoNow())
  const sent = await sendNewLink(db, of, () => Promise.reject(new Error('nothing is written')), isoNow())
  expect(sent).toMatchObject({ ok: false, refused: 'nowhere_to_send' })
  expect(await findVisitLink(db, old, isoNow())).toMatchObject({ opens: true })
})

test('a token stands in no event, in no outbox, and only sealed in the database', async () => {
  const { db } = database
  const appointmentId = await book(db, 7)
  const token = await replaceVisitLink(db, { appointmentId, contactId: await contactOf(appointmentId) }, isoNow())
  const texts = await db.$queryRaw<{ text: string }[]>`
    select e::text as text from event e union all select o::text from outbox o union all select s::text from saga s
    union all select l::text from visit_link l`
  const all = texts.map(({ text }) => text).join('\n')
  expect(all).toContain(appointmentId)
  for (const secret of [token, Buffer.from(token).toString('hex')])
    expect(all.toUpperCase()).not.toContain(secret.toUpperCase())
})
