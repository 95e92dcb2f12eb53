import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { POST as resend } from '@/app/api/webhooks/resend/route'
import { POST as twilio } from '@/app/api/webhooks/twilio/route'
import { seal } from '@/lib/db/sealed'
import { dayMs, hourMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { listCameBack } from '@/lib/queries/saga/came-back'
import { patients } from '@/prisma/demo/cast'
import { runAhead } from '@/tests/fixtures/carry-to-rest'
import { book, carry } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'
import { resendReport, webhookSecret } from '@/tests/fixtures/webhooks'
import { deliverMessage } from './messages'
import { twilioCallbackUrl } from './sms/twilio-callback'

/** A Twilio that accepts every SMS as the same one. */
const accepting = createServer((_, response) => response.end('{"sid":"SM2"}'))
await new Promise<void>((resolve) => accepting.listen(0, '127.0.0.1', resolve))
afterAll(() => void accepting.close())

const token = 'a token of the tests'
// Read once, when a route is first asked.
Object.assign(process.env, {
  RESEND_API_KEY: 're_test',
  MAIL_FROM: 'Carnet <carnet@lilas.example>',
  RESEND_BASE_URL: 'http://127.0.0.1:9',
  RESEND_WEBHOOK_SECRET: webhookSecret,
  TWILIO_ACCOUNT_SID: 'AC0123456789abcdef0123456789abcdef',
  TWILIO_AUTH_TOKEN: token,
  TWILIO_FROM: '+33199000142',
  TWILIO_BASE_URL: `http://127.0.0.1:${(accepting.address() as AddressInfo).port}`,
})

let database: TestDatabase
let key: string
let sagaId: string
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  const visit = visitOf(database.db, await book(database.db, 0))
  sagaId = (await visit.saga('appointment-created')).sagaId
  key = `${sagaId}:mail`
  const row = {
    subjectKind: 'appointment',
    subjectId: (await visit.row()).id,
    sagaId,
    channel: 'mail',
    kind: 'requested',
    role: 'patient',
  }
  const content = { recipient: new Uint8Array(1), content: new Uint8Array(1), createdAt: new Date() }
  await database.db.message.create({ data: { key, ...row, ...content, status: 'stored' } })
})
afterEach(async () => {
  vi.useRealTimers()
  await database.drop()
})

const stored = () => database.db.message.findUniqueOrThrow({ where: { key } })

const home = 'http://localhost:3000'
const fromResend = (type: string, more = {}, forged: { at?: number; secret?: string; key?: string } = {}) =>
  resendReport({ home, key, type, more, ...forged })

function fromTwilio(fields: Record<string, string>, by = token, signed?: string): Request {
  const url = twilioCallbackUrl(process.env.CARNET_URL ?? '', key)
  const body = new URLSearchParams({ MessageSid: 'SM1', ...fields })
  const words = Object.entries(Object.fromEntries(body)).sort(([one], [other]) => (one < other ? -1 : 1))
  const signature = createHmac('sha1', by)
    .update((signed ?? url) + words.flat().join(''))
    .digest('base64')
  return new Request(url, { method: 'POST', body, headers: { 'x-twilio-signature': signature } })
}

describe('Resend', () => {
  test('what it says of a mail is kept: a bounce with its code and without its words', async () => {
    expect((await resend(fromResend('email.sent'))).status).toBe(204)
    expect(await stored()).toMatchObject({ status: 'sent', providerId: 'mail-1', delivery: 'sent' })
    const bounce = { bounce: { type: 'Permanent', subType: 'General', message: 'amina@example.org is unknown' } }
    expect((await resend(fromResend('email.bounced', bounce))).status).toBe(204)
    const row = await stored()
    expect(row).toMatchObject({ delivery: 'bounced', deliveryCode: 'Permanent/General' })
    expect(JSON.stringify(row)).not.toContain('unknown')
    expect(await listCameBack(database.db)).toMatchObject([{ key, delivery: 'bounced', sagaId }])
  })

  const soft = { bounce: { type: 'Transient', subType: 'MailboxFull' } }
  test.each([
    [['email.bounced', 'email.delivered']],
    [['email.delivered', 'email.bounced']],
    [['email.bounced', 'email.delivery_delayed', 'email.delivered', 'email.bounced']],
  ])('a mail that came back for now and arrived is no longer called about: %j', async (types) => {
    await resend(fromResend('email.bounced', soft))
    expect(await listCameBack(database.db)).toMatchObject([{ delivery: 'soft_bounced' }])
    for (const type of types) await resend(fromResend(type, type === 'email.bounced' ? soft : {}))
    expect(await stored()).toMatchObject({ delivery: 'delivered' })
    expect(await listCameBack(database.db)).toEqual([])
  })

  test('reports may come in any order and twice', async () => {
    for (const type of ['email.bounced', 'email.delivered', 'email.sent', 'email.bounced']) {
      await resend(fromResend(type, { bounce: { type: 'Permanent', subType: 'Suppressed' } }))
    }
    expect(await stored()).toMatchObject({ delivery: 'bounced', deliveryCode: 'Permanent/Suppressed' })
  })

  test('what is not signed by it, too old, or changed on the way is refused and changes nothing', async () => {
    const another = `whsec_${Buffer.from('another secret').toString('base64')}`
    const changed = fromResend('email.bounced')
    const forged = [
      fromResend('email.bounced', {}, { secret: another }),
      fromResend('email.bounced', {}, { at: Date.now() - hourMs }),
      new Request(changed.url, { method: 'POST', body: '{}', headers: changed.headers }),
      new Request(changed.url, { method: 'POST', body: await fromResend('email.bounced').text() }),
    ]
    for (const request of forged) expect((await resend(request)).status).toBe(401)
    expect(await stored()).toMatchObject({ status: 'stored', delivery: null })
  })

  test('a body without an end is not read to its end', async () => {
    let read = 0
    const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(10_000).fill(++read % 9)) })
    const request = new Request('http://localhost/api/webhooks/resend', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect((await resend(request)).status).toBe(413)
    expect(read).toBeLessThan(20)
  })

  test('what speaks of no message of ours is thanked for', async () => {
    const strange = [fromResend('email.bounced', {}, { key: 'nobody' }), fromResend('contact.created')]
    for (const request of strange) expect((await resend(request)).status).toBe(204)
    expect(await stored()).toMatchObject({ delivery: null })
  })
})

describe('Twilio', () => {
  test('what it says of an SMS is kept: that it did not arrive, with its code', async () => {
    expect((await twilio(fromTwilio({ MessageStatus: 'sent' }))).status).toBe(204)
    expect((await twilio(fromTwilio({ MessageStatus: 'undelivered', ErrorCode: '30005' }))).status).toBe(204)
    expect(await stored()).toMatchObject({
      status: 'sent',
      providerId: 'SM1',
      delivery: 'bounced',
      deliveryCode: '30005',
    })
  })
  test('an SMS that nobody could tell of and that could not be sent is sent again, and what becomes of that counts', async () => {
    expect((await twilio(fromTwilio({ MessageStatus: 'failed', ErrorCode: '30001' }))).status).toBe(204)
    expect(await stored()).toMatchObject({ status: 'stored', providerId: 'SM1', delivery: 'failed' })
    const content = seal(JSON.stringify({ subject: '', text: 'À demain.', html: null, ics: null }), 'message.content')
    const recipient = seal(patients.amina.phone, 'message.recipient')
    await database.db.message.update({ where: { key }, data: { channel: 'sms', content, recipient } })
    const call = { key, signal: AbortSignal.timeout(20_000), lostSince: null }
    await deliverMessage(database.db, key, call, isoNow())
    expect(await stored()).toMatchObject({ status: 'sent', providerId: 'SM2', delivery: null })
    await twilio(fromTwilio({ MessageSid: 'SM2', MessageStatus: 'delivered' }))
    expect(await stored()).toMatchObject({ delivery: 'delivered' })
  })
  test('it signs an address with its port or without', async () => {
    const url = new URL(twilioCallbackUrl(process.env.CARNET_URL ?? '', key))
    url.port = ''
    expect((await twilio(fromTwilio({ MessageStatus: 'delivered' }, token, url.href))).status).toBe(204)
    expect(await stored()).toMatchObject({ delivery: 'delivered' })
  })
  test('what is not signed with our token is refused', async () => {
    expect((await twilio(fromTwilio({ MessageStatus: 'delivered' }, 'another token'))).status).toBe(401)
    expect(await stored()).toMatchObject({ status: 'stored', delivery: null })
  })
})

test('a mail whose sending nobody could tell of is known to be out once it is reported, and is not sent again', async () => {
  await carry(sagaId).catch(() => undefined)
  const attempts = await database.db.sagaStepAttempt.findMany({ where: { sagaId, service: 'mail' } })
  expect(attempts).toMatchObject([{ step: 'email-patient', outcome: 'unknown' }])
  key = attempts[0]?.key ?? ''
  expect(await stored()).toMatchObject({ status: 'stored' })
  await resend(fromResend('email.delivered'))
  runAhead(dayMs)
  await carry(sagaId).catch(() => undefined)
  const [, second] = await database.db.sagaStepAttempt.findMany({ where: { sagaId, step: 'email-patient' } })
  expect(second).toMatchObject({ outcome: 'succeeded' })
  expect(await stored()).toMatchObject({ providerId: 'mail-1', delivery: 'delivered' })
})
