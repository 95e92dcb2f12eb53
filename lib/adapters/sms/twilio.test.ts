import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { patients } from '@/prisma/demo/cast'
import { failureOf } from '@/tests/world/failure-of'
import { giveUpOn } from '@/tests/world/give-up-on'
import type { Misbehaviour } from '@/tests/world/misbehaviour'
import type { RunningWorld } from '@/tests/world/start-world'
import { startTestWorld } from '@/tests/world/test-world'
import { sendByTwilio } from './twilio'

let world: RunningWorld
beforeAll(async () => {
  world = await startTestWorld()
  Object.assign(process.env, {
    TWILIO_ACCOUNT_SID: 'AC0123456789abcdef0123456789abcdef',
    TWILIO_AUTH_TOKEN: 'a token',
    TWILIO_FROM: '+33199000142',
    TWILIO_BASE_URL: `${world.url}/twilio`,
  })
}, 60_000)
afterAll(() => world.stop())

let texts = 0
const newText = () => `Rendez-vous n° ${++texts}, demain à 10 h 20`
type Sending = { to?: string; lostSince?: string | null; signal?: AbortSignal }
const send = (text: string, { to = patients.amina.phone, lostSince = null, signal }: Sending = {}) => {
  const call = { key: text, signal: signal ?? AbortSignal.timeout(20_000), lostSince }
  return sendByTwilio({ to, text, subject: '', html: null, ics: null }, call)
}
const misbehave = (mode: Misbehaviour['mode'], rest = {}) => world.misbehave({ service: 'sms', mode, ...rest })
const accepted = async (text: string) =>
  (await world.ledger()).flatMap((entry) =>
    entry.service === 'sms' && entry.applied && entry.details.body === text ? [entry.details] : [],
  )

describe('numbers', () => {
  test('a French number that was kept as people write it is sent to, and any other with its country', async () => {
    const written = [
      '06 39 98 00 01',
      '06.39.98.00.01',
      '+33 6 39 98 00 01',
      '+33 (0)6-39-98-00-01',
      '0033 6 39 98 00 01',
      '+44 20 7946 0018',
    ]
    const text = newText()
    for (const to of written) await send(text, { to })
    expect((await accepted(text)).map(({ to }) => to)).toEqual([...Array(5).fill('+33639980001'), '+442079460018'])
  })

  test('what is not a number is refused and asks nobody', async () => {
    const before = (await world.ledger()).length
    for (const to of ['39 98', '07700 900123', 'Amina', '']) {
      expect(await failureOf(send(newText(), { to }))).toMatchObject({ kind: 'address', status: null })
    }
    expect(await world.ledger()).toHaveLength(before)
  })
})

test.each([
  ['+15005550001', 'address'],
  ['+15005550009', 'address'],
  ['+15005550004', 'unreachable'],
])('%s is no fault of the SMS: %s', async (to, kind) => {
  expect(await failureOf(send(newText(), { to }))).toMatchObject({ kind, status: 400 })
})

test('an SMS is accepted and answered with its id', async () => {
  const text = newText()
  expect(await accepted(text)).toEqual([])
  const sid = await send(text)
  expect(await accepted(text)).toEqual([{ to: '+33639980001', body: text, sid }])
})

describe('after a call whose outcome nobody knows', () => {
  test('an SMS that was accepted is found, and not sent twice', async () => {
    for (const mode of ['500-after', 'reset-after', 'hang-after', 'slow'] as const) {
      const text = newText()
      const lostSince = isoNow()
      await misbehave(mode, { match: text, ms: minuteMs })
      expect(await giveUpOn(world, (signal) => send(text, { signal }))).toMatchObject({ kind: 'unknown' })
      const [sent] = await accepted(text)
      expect(await send(text, { lostSince })).toBe(sent?.sid)
      expect(await accepted(text)).toHaveLength(1)
    }
  })

  test('an SMS that was not accepted is sent', async () => {
    const text = newText()
    const lostSince = isoNow()
    await misbehave('reset-before', { match: text })
    await failureOf(send(text))
    await send(text, { lostSince })
    expect(await accepted(text)).toHaveLength(1)
  })

  test('the same words long before, to somebody else, or other words to the same person do not count', async () => {
    const text = newText()
    await send(text)
    await send(text, { lostSince: new Date(Date.now() + minuteMs).toISOString() })
    await send(text, { to: patients.karim.phone, lostSince: isoNow() })
    expect((await accepted(text)).map(({ to }) => to)).toEqual(['+33639980001', '+33639980001', '+33639980004'])
    const other = newText()
    await send(other, { lostSince: isoNow() })
    expect(await accepted(other)).toHaveLength(1)
  })

  test('an SMS that Twilio could not deliver is sent again', async () => {
    const text = newText()
    const unreachable = { to: '06 39 98 99 99', lostSince: isoNow() }
    await send(text, unreachable)
    await send(text, unreachable)
    expect(await accepted(text)).toHaveLength(2)
  })

  test('it is found behind a thousand others', async () => {
    const lostSince = isoNow()
    const text = newText()
    const sid = await send(text)
    const body = () => new URLSearchParams({ To: '+33639980001', From: '+33199000142', Body: 'Autre chose' })
    const url = `${world.url}/twilio/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages.json`
    const headers = { authorization: `Basic ${btoa('AC0123456789abcdef0123456789abcdef:a token')}` }
    for (let hundred = 0; hundred < 10; hundred++) {
      await Promise.all(Array.from({ length: 100 }, () => fetch(url, { method: 'POST', headers, body: body() })))
    }
    expect(await send(text, { lostSince })).toBe(sid)
  }, 30_000)

  test('nothing is sent while Twilio does not say what it has sent', async () => {
    const ways = [
      [['429', { retryAfter: 3 }], { kind: 'rate_limited', status: 429, retryAfterMs: 3_000 }],
      [['500-before'], { kind: 'transient', status: 500 }],
      [['refuse'], { kind: 'transient', status: 400 }],
      [['reset-before'], { kind: 'transient', status: null }],
      [['hang-after'], { kind: 'transient', status: null }],
    ] as const
    for (const [[mode, rest], kind] of ways) {
      const text = newText()
      await misbehave(mode, { operation: 'list', ...rest })
      expect(await giveUpOn(world, (signal) => send(text, { lostSince: isoNow(), signal }))).toMatchObject({
        service: 'sms',
        ...kind,
      })
      expect(await accepted(text)).toEqual([])
    }
  })
})

test('a Twilio that is not there has done nothing, once our open connections to it are known to be dead', async () => {
  await world.stop()
  await expect.poll(() => failureOf(send(newText()))).toMatchObject({ kind: 'transient', status: null })
})
