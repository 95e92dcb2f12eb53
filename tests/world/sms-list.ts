import { msBetween } from '@/lib/domain/time'
import type { LedgerEntry } from './ledger-entry'

type Accepted = { to: string; body: string; sid: string; at: string }

/** The number at which nobody is ever reached: what is sent to it is accepted and not delivered. */
const deadNumber = '+33639989999'

/** For so long an SMS stands in the queue; until it leaves it, it has no date of sending. */
const queuedMs = 2_000

/** One page of what was sent, the newest first; `DateSent>` leaves out what has not been sent yet. */
export function listMessages(past: readonly LedgerEntry[], path: string, query: URLSearchParams, now: string) {
  const size = Number(query.get('PageSize') ?? 50)
  const page = Number(query.get('Page') ?? 0)
  const since = query.get('DateSent>')
  const found = acceptedMessages(past)
    .filter(({ to }) => !query.has('To') || to === query.get('To'))
    .map((accepted) => ({ at: accepted.at, message: toMessage(accepted, now) }))
    .filter(({ at, message }) => !since || (message.date_sent && at.slice(0, 10) >= since))
    .map(({ message }) => message)
    .reverse()
  const uri = (number: number) => `${path}?${new URLSearchParams([...withoutPage(query), ['Page', String(number)]])}`
  const start = page * size
  const shown = found.slice(start, start + size)
  return {
    messages: shown,
    start,
    end: start + shown.length - 1,
    page,
    page_size: size,
    uri: uri(page),
    first_page_uri: uri(0),
    previous_page_uri: page > 0 ? uri(page - 1) : null,
    next_page_uri: start + size < found.length ? uri(page + 1) : null,
  }
}

/** An SMS as Twilio shows it; dates are RFC 2822 and know no milliseconds. */
export function toMessage({ to, body, sid, at }: Accepted, now: string) {
  const isQueued = msBetween(at, now) < queuedMs
  const date = new Date(at).toUTCString().replace('GMT', '+0000')
  const status = isQueued ? 'queued' : 'delivered'
  return {
    sid,
    to,
    body,
    status: to === deadNumber ? 'undelivered' : status,
    direction: 'outbound-api',
    date_created: date,
    date_updated: date,
    date_sent: isQueued ? null : date,
    error_code: null,
    error_message: null,
  }
}

function acceptedMessages(past: readonly LedgerEntry[]): Accepted[] {
  return past.flatMap((entry) => {
    if (entry.service !== 'sms' || !entry.applied) return []
    const { to, body, sid } = entry.details
    return body && sid ? [{ to, body, sid, at: entry.at }] : []
  })
}

function withoutPage(query: URLSearchParams): [string, string][] {
  return [...query].filter(([name]) => name !== 'Page')
}
