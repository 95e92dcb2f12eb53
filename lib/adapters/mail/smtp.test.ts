import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Call } from '@/lib/adapters/ports'
import { isoNow } from '@/lib/iso-now'
import { patients } from '@/prisma/demo/cast'
import { type SmtpWay, startTestSmtp, type TestSmtp } from '@/tests/fixtures/smtp'
import { failureOf } from '@/tests/world/failure-of'
import { sendBySmtp } from './smtp'
import { smtpOptions } from './smtp-options'

let server: TestSmtp
beforeAll(async () => {
  server = await startTestSmtp()
  // The settings of a process are read once; the server is found by the address that stands there.
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: 'Carnet <carnet@lilas.example>' })
})
beforeEach(() => {
  server.behave('well')
  server.mails.length = 0
})
afterAll(() => server.stop())

const ics = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:1@carnet']
  .concat('DTSTAMP:20261124T092000Z', 'DTSTART:20261124T092000Z', 'END:VEVENT', 'END:VCALENDAR', '')
  .join('\r\n')
const mail = { to: patients.amina.email, subject: 'Confirmé : mardi', text: 'À demain.', html: '<p>À demain.</p>', ics }
const send = (rest: Partial<Call> = {}) =>
  sendBySmtp(mail, { key: 'a:confirmed:2:patient:0', signal: AbortSignal.timeout(20_000), lostSince: null, ...rest })

test('a mail arrives with its text, its page and its invitation, under an id that follows from its key', async () => {
  const id = await send()
  const [arrived] = server.mails
  expect(arrived).toMatchObject({ subject: mail.subject, messageId: id, html: mail.html })
  expect(arrived?.text?.trim()).toBe(mail.text)
  expect(id).toMatch(/^<[0-9a-f]{40}@lilas\.example>$/)
  expect(arrived?.attachments.map(({ contentType }) => contentType)).toContain('text/calendar')
  expect(arrived?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(arrived?.headers.get('x-auto-response-suppress')).toBe('All')
  const raw = arrived?.attachments.find(({ contentType }) => contentType === 'text/calendar')?.content.toString() ?? ''
  expect(new ICAL.Component(ICAL.parse(raw)).getFirstPropertyValue('method')).toBe('REQUEST')
  expect(await send()).toBe(id)
})

/** Way, what it is to us, and whether the mail is out all the same. */
const ways: [way: SmtpWay, failure: { kind: string; status: number | null }, isOut: boolean][] = [
  [{ at: 'greeting', reply: 554 }, { kind: 'transient', status: 554 }, false],
  [{ at: 'greeting', reply: 421 }, { kind: 'transient', status: 421 }, false],
  [{ at: 'login', reply: 535 }, { kind: 'transient', status: 535 }, false],
  [{ at: 'sender', reply: 530 }, { kind: 'transient', status: 530 }, false],
  [{ at: 'sender', reply: 553 }, { kind: 'transient', status: 553 }, false],
  [{ at: 'address', reply: 530 }, { kind: 'transient', status: 530 }, false],
  [{ at: 'address', reply: 450 }, { kind: 'transient', status: 450 }, false],
  [{ at: 'address', reply: 550 }, { kind: 'address', status: 550 }, false],
  [{ at: 'address', reply: 552 }, { kind: 'permanent', status: 552 }, false],
  ...said('5.1.1', 'address'),
  ...said('5.1.2', 'address'),
  ...said('5.1.3', 'address'),
  ...said('5.1.6', 'address'),
  ...said('5.1.10', 'address'),
  ...said('5.1.8', 'permanent'),
  ...said('5.2.1', 'unreachable'),
  ...said('5.2.2', 'unreachable'),
  ...said('5.7.1', 'permanent'),
  [{ at: 'end', reply: 452 }, { kind: 'transient', status: 452 }, false],
  [{ at: 'end', reply: 554 }, { kind: 'permanent', status: 554 }, false],
  ['hangs at the greeting', { kind: 'transient', status: null }, false],
  ['hangs before it has the mail', { kind: 'unknown', status: null }, false],
  ['takes the mail and hangs', { kind: 'unknown', status: null }, true],
  ['takes the mail and resets', { kind: 'unknown', status: null }, true],
]

/** The same, said of the recipient and of the whole mail. */
function said(code: string, kind: string): typeof ways {
  return (['address', 'end'] as const).map((at) => [
    { at, reply: 550, says: `${code} no` },
    { kind, status: 550 },
    false,
  ])
}

test.each(ways)('a server that %o', async (way, failure, isOut) => {
  // The deadline passes when the server has fallen silent, however long it took to come so far.
  const deadline = new AbortController()
  server.behave(way, () => deadline.abort())
  expect(await failureOf(send({ signal: deadline.signal }))).toMatchObject({ service: 'mail', ...failure })
  expect(server.mails).toHaveLength(isOut ? 1 : 0)
})

test('a mail that may be out is not sent again, until a person asks for it', async () => {
  const lostSince = isoNow()
  expect(await failureOf(send({ lostSince }))).toMatchObject({ kind: 'indeterminate' })
  expect(server.mails).toEqual([])
  await send({ lostSince, isAskedAgain: true })
  expect(server.mails).toHaveLength(1)
})

test('a deadline that has passed sends nothing', async () => {
  expect(await failureOf(send({ signal: AbortSignal.abort() }))).toMatchObject({ kind: 'transient', status: null })
  expect(server.mails).toEqual([])
})

test('a password goes to another machine only under encryption', () => {
  expect(smtpOptions('smtp://me:p%40ss@mail.example:2525')).toMatchObject({
    host: 'mail.example',
    port: 2525,
    secure: false,
    requireTLS: true,
    auth: { user: 'me', pass: 'p@ss' },
  })
  expect(smtpOptions('smtps://me:x@mail.example')).toMatchObject({ port: 465, secure: true })
  expect(smtpOptions('smtp://127.0.0.1')).toMatchObject({ port: 587, requireTLS: false, auth: undefined })
})

test('a server that is not there has done nothing', async () => {
  await server.stop()
  expect(await failureOf(send())).toMatchObject({ kind: 'transient', status: null })
})
