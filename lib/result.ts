import type { RefusalData } from './refusals'

/** A refusal has a name and its own data. It is an expected answer and is shown; a fault is thrown. */
export type Refusal<Name extends keyof RefusalData = keyof RefusalData, Data = unknown> = { refused: Name; data: Data }

export type Result<Value, R extends Refusal> = { ok: true; value: Value } | ({ ok: false } & R)

/** Returns the accepted answer. */
export function accept<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

/** The refusals that may carry nothing. */
type Bare = { [Name in keyof RefusalData]: null extends RefusalData[Name] ? Name : never }[keyof RefusalData]

/** Returns the refused answer: `refuse('slot_taken', { nearest })`. What a refusal carries is said in `lib/refusals.ts`. */
export function refuse<const Name extends Bare>(refused: Name): { ok: false } & Refusal<Name, null>
export function refuse<const Name extends keyof RefusalData, Data extends RefusalData[Name]>(
  refused: Name,
  data: Data,
): { ok: false } & Refusal<Name, Data>
export function refuse(refused: keyof RefusalData, data: unknown = null) {
  return { ok: false, refused, data }
}
