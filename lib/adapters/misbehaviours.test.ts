import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { doctors, patients } from '@/prisma/demo/cast'
import { failureOf } from '@/tests/world/failure-of'
import { giveUpOn } from '@/tests/world/give-up-on'
import type { LedgerEntry } from '@/tests/world/ledger-entry'
import { type Misbehaviour, type Mode, modes } from '@/tests/world/misbehaviour'
import type { RunningWorld } from '@/tests/world/start-world'
import { startTestWorld } from '@/tests/world/test-world'
import { caldavCalendar } from './calendar/caldav'
import { sendByResend } from './mail/resend'
import type { Call } from './ports'
import { sendByTwilio } from './sms/twilio'

let world: RunningWorld
beforeAll(async () => {
  world = await startTestWorld()
  Object.assign(process.env, {
    RESEND_API_KEY: 're_test',
    MAIL_FROM: 'Carnet <carnet@lilas.example>',
    RESEND_BASE_URL: `${world.url}/resend`,
    TWILIO_ACCOUNT_SID: 'AC0123456789abcdef0123456789abcdef',
    TWILIO_AUTH_TOKEN: 'a token',
    TWILIO_FROM: '+33199000142',
    TWILIO_BASE_URL: `${world.url}/twilio`,
  })
}, 60_000)
afterAll(() => world.stop())

/** One thing asked of one service. `id` names it: the key, the text, the visit. */
type Asking = {
  service: Misbehaviour['service']
  operation: NonNullable<Misbehaviour['operation']>
  ask: (id: string, call: Call) => Promise<unknown>
  /** What must be there before it can be asked. */
  before?: (id: string, call: Call) => Promise<unknown>
}

const words = { subject: 'Confirmé', html: null, ics: null }
const own = () =>
  caldavCalendar({ url: `${world.url}/caldav/helene/`, username: 'carnet', password: 'a password' }, async () => ({
    summary: 'Consultation',
  }))
const entry = (appointmentId: string, sequence: number) => ({
  appointmentId,
  doctorId: doctors.helene.id,
  startsAt: '2026-12-02T09:00:00.000Z',
  endsAt: '2026-12-02T09:20:00.000Z',
  status: 'tentative' as const,
  sequence,
  madeAt: '2026-12-01T08:00:00.000Z',
})
const add: Asking['ask'] = (id, call) => own().addEvent(entry(id, 1), call)
const askings: Record<string, Asking> = {
  'a mail by Resend': {
    service: 'mail',
    operation: 'send',
    ask: (id, call) => sendByResend({ ...words, to: patients.amina.email, text: id }, call),
  },
  'an SMS by Twilio': {
    service: 'sms',
    operation: 'send',
    ask: (id, call) => sendByTwilio({ ...words, to: patients.amina.phone, text: id }, call),
  },
  'a visit written into a calendar': { service: 'calendar', operation: 'put', ask: add },
  'a calendar asked what it has': { service: 'calendar', operation: 'get', ask: add },
  'a visit changed in a calendar': {
    service: 'calendar',
    operation: 'put',
    before: add,
    ask: (id, call) => own().updateEvent(entry(id, 2), call),
  },
  'a visit taken out of a calendar': {
    service: 'calendar',
    operation: 'delete',
    before: add,
    ask: (id, call) => own().removeEvent({ appointmentId: id, doctorId: doctors.helene.id }, call),
  },
}

type Failure = [kind: string, status: number | null]

/** How each way to misbehave is understood, unless a row below knows better. */
const usual: Record<Mode, Failure> = {
  '500-before': ['unknown', 500],
  '500-after': ['unknown', 500],
  'hang-before': ['unknown', null],
  'hang-after': ['unknown', null],
  'reset-before': ['unknown', null],
  'reset-after': ['unknown', null],
  slow: ['unknown', null],
  '429': ['rate_limited', 429],
  '409': ['permanent', 409],
  '503': ['unknown', 503],
  refuse: ['permanent', 403],
  'bad-address': ['permanent', 403],
  misset: ['transient', 401],
}

/**
 * Resend is busy with our own key, or answers before it does anything. Twilio's no is 400. A calendar has no addresses. A question changes nothing.
 */
const otherwise: Record<string, Partial<Record<Mode, Failure>>> = {
  'a mail by Resend': {
    '409': ['transient', 409],
    '503': ['transient', 503],
    refuse: ['permanent', 422],
    'bad-address': ['address', 422],
    misset: ['transient', 422],
  },
  'an SMS by Twilio': { refuse: ['permanent', 400], 'bad-address': ['address', 400], misset: ['transient', 400] },
  'a calendar asked what it has': {
    '500-before': ['transient', 500],
    '500-after': ['transient', 500],
    'hang-before': ['transient', null],
    'hang-after': ['transient', null],
    'reset-before': ['transient', null],
    'reset-after': ['transient', null],
    slow: ['transient', null],
    '503': ['transient', 503],
  },
}

describe.each(Object.entries(askings))('%s', (name, { service, operation, ask, before }) => {
  test.each(modes)('%s: is understood, and asked again it is done once', async (mode) => {
    const id = randomUUID()
    const call = (signal = AbortSignal.timeout(20_000), lostSince: string | null = null) => ({
      key: id,
      signal,
      lostSince,
    })
    await before?.(id, call())
    const begun = (await world.ledger()).length
    const lostSince = isoNow()
    await world.misbehave({
      service,
      operation,
      match: id,
      mode,
      ms: minuteMs,
      ...(mode === '429' && { retryAfter: 3 }),
    })

    const [kind, status] = { ...usual, ...otherwise[name] }[mode]
    const failure = await giveUpOn(world, (signal) => ask(id, call(signal)))
    expect(failure).toMatchObject({ service, kind, status, ...(mode === '429' && { retryAfterMs: 3_000 }) })

    await ask(id, call(undefined, kind === 'unknown' ? lostSince : null))
    await world.release()
    const isOurs = (entry: LedgerEntry) => entry.key === id || (entry.service === 'sms' && entry.details.body === id)
    const applied = (await world.ledger()).slice(begun).filter((entry) => entry.applied && isOurs(entry))
    // Twilio has no keys: an SMS that it held back and nobody could find is sent once more, which is why it is looked for.
    expect(applied).toHaveLength(name === 'an SMS by Twilio' && mode === 'hang-before' ? 2 : 1)
    await world.forgive()
  })
})

test('a call whose deadline has passed before it began has done nothing', async () => {
  const id = randomUUID()
  const begun = (await world.ledger()).length
  for (const { ask } of [askings['an SMS by Twilio'], askings['a visit taken out of a calendar']].flatMap(
    (entry) => entry ?? [],
  )) {
    const late = { key: id, signal: AbortSignal.abort(), lostSince: null }
    expect(await failureOf(ask(id, late))).toMatchObject({ kind: 'transient', status: null })
  }
  expect(await world.ledger()).toHaveLength(begun)
})
