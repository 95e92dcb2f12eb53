import type { Mode } from './misbehaviour'

/** A mail as it was asked for; `id` is null while it was not accepted. `digest` tells one body from another. */
export type MailDetails = {
  to: string
  subject: string
  text: string
  /** Headers besides the usual ones. */
  headers: Record<string, string>
  /** File names. */
  attachments: string[]
  digest: string
  id: string | null
}

/** An SMS as it was asked for; `sid` is null while it was not accepted, `body` when messages were only listed. */
export type SmsDetails = { to: string; body: string | null; sid: string | null }

/**
 * One event of a calendar, read from its iCalendar text. Instants are ISO strings with milliseconds and offset Z. It is
 * called by the name of its file, which is what Carnet gives it; somebody may have moved it to another.
 */
export type CalendarObject = {
  collection: string
  uid: string
  /** `tentative`, `confirmed`, `cancelled`. */
  status: string | null
  start: string | null
  end: string | null
  sequence: number | null
}

/** What a call did to an object or found of it; `ics` is what was stored, null when nothing was. */
export type CalendarDetails = CalendarObject & { ics: string | null }

/** A call of one of the services. */
export type ServiceCall =
  | { service: 'mail'; operation: 'send'; details: MailDetails }
  | { service: 'sms'; operation: 'send' | 'list'; details: SmsDetails }
  | { service: 'calendar'; operation: 'put' | 'get' | 'delete' | 'list'; details: CalendarDetails }

/** One thing that happened to the world, in the order in which things happened. */
export type LedgerEntry = ServiceCall & {
  /** 1, 2, 3, … */
  position: number
  at: string
  /** Mail: the idempotency key. SMS: the number. Calendar: the UID. */
  key: string
  /** Whether it changed the world. */
  applied: boolean
  /** Whether it was answered with what had been done before under the same key. */
  repeated: boolean
  /** How the world misbehaved; `released` when a call that was held is let through. */
  mode: Mode | 'released' | null
  /** The status of the answer; null when none was given. */
  answer: number | null
}

/** The calendar objects there are. */
export type WorldState = CalendarObject[]
