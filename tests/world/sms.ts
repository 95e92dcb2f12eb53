import { randomBytes } from 'node:crypto'
import type { LedgerEntry, SmsDetails } from './ledger-entry'
import { type Answer, type Asked, hasBasicAuth, json, type OutsideService } from './outside-service'
import { listMessages, toMessage } from './sms-list'

const messages = /^(\/2010-04-01\/Accounts\/AC\w+)\/Messages\.json$/

/**
 * Twilio: every POST is another SMS, there are no idempotency keys; what was sent can be listed.
 * Source: twilio.com/docs/messaging/api/message-resource.
 */
export const sms: OutsideService = {
  refusal: 400,
  misset: failure(400, 21_606),
  badAddress: failure(400, 21_211),
  failure: (status) => failure(status, codes[status] ?? 20_000 + status),
  understand(request) {
    const { method, path, query, body } = request
    if (!messages.test(path)) return sms.failure(404)
    if (!hasBasicAuth(request)) return sms.failure(401)
    if (method === 'GET') return askedToList(path, query)
    const form = new URLSearchParams(body)
    return askedToSend(form.get('To') ?? '', form.get('Body') ?? '')
  },
}

/** 20003: not authenticated. 21606: the sender is no number of ours. 21617: the text is too long. */
const codes: Record<number, number> = { 400: 21_617, 401: 20_003 }

/** Numbers that always answer so: none, one that said STOP, a landline (twilio.com/docs/iam/test-credentials). */
const magic: Record<string, number> = { '+15005550001': 21_211, '+15005550004': 21_610, '+15005550009': 21_614 }

/** How numbers begin that nobody has, as many as a test wants. */
export const nobodyThere = '+3369999'

function failure(status: number, code: number): Answer {
  return json(status, { code, message: 'no', more_info: `https://www.twilio.com/docs/errors/${code}`, status })
}

function askedToSend(to: string, body: string): Asked {
  const details: SmsDetails = { to, body, sid: null }
  const call = { service: 'sms', operation: 'send', details } as const
  const refuse = (code: number) => ({ call, applied: false, repeated: false, answer: failure(400, code) })
  return {
    call,
    key: to,
    texts: [body],
    perform(_past, now) {
      const code = magic[to] ?? (to.startsWith(nobodyThere) ? 21_211 : undefined)
      if (code) return refuse(code)
      if (!/^\+[1-9]\d{6,14}$/.test(to)) return refuse(21_211)
      if (!body) return refuse(21_602)
      const sid = `SM${randomBytes(16).toString('hex')}`
      const answer = json(201, toMessage({ to, body, sid, at: now }, now))
      return { call: { ...call, details: { ...details, sid } }, applied: true, repeated: false, answer }
    },
  }
}

function askedToList(path: string, query: URLSearchParams): Asked {
  const to = query.get('To') ?? ''
  const call = { service: 'sms', operation: 'list', details: { to, body: null, sid: null } } as const
  const list = (past: readonly LedgerEntry[], now: string) => json(200, listMessages(past, path, query, now))
  const perform: Asked['perform'] = (past, now) => ({ call, applied: false, repeated: false, answer: list(past, now) })
  return { call, key: to, texts: [], perform }
}
