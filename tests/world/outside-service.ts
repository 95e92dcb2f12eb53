import type { LedgerEntry, ServiceCall } from './ledger-entry'

export type WorldRequest = {
  method: string
  /** Below the service’s own prefix: `/emails`. */
  path: string
  query: URLSearchParams
  header: (name: string) => string | undefined
  body: string
}

export type Answer = { status: number; headers?: Record<string, string>; body: string }

/** A call that was understood and not yet performed. */
export type Asked = {
  call: ServiceCall
  key: string
  /** What else `match` of a misbehaviour is looked for in. */
  texts: string[]
  /** Decides by what has happened so far; what it decides happens when it is written into the ledger. */
  perform: (past: readonly LedgerEntry[], now: string) => Outcome
}

export type Outcome = { call: ServiceCall; applied: boolean; repeated: boolean; answer: Answer }

/** A service as Carnet meets it over HTTP. */
export type OutsideService = {
  /** What is asked; an answer at once when nobody in particular asks, or nothing that the service knows. */
  understand: (request: WorldRequest) => Asked | Answer
  /** How the service words a failure. */
  failure: (status: number) => Answer
  /** The status by which it refuses for good. */
  refusal: number
  /** Its answer when there is nobody at the address; of one without addresses, how it refuses. */
  badAddress: Answer
  /** Its answer to a caller who is set up wrongly, whoever the call is for. */
  misset: Answer
}

export function json(status: number, content: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) }
}

/** Whether somebody gave a name and a password; any will do. */
export function hasBasicAuth({ header }: WorldRequest): boolean {
  const [scheme, credentials = ''] = (header('authorization') ?? '').split(' ')
  return scheme === 'Basic' && /^[^:]+:.+$/.test(Buffer.from(credentials, 'base64').toString())
}
