/** A refusal has a name and its own data. It is an expected answer and is shown; a fault is thrown. */
export type Refusal<Name extends string = string, Data = unknown> = { refused: Name; data: Data }

export type Result<Value, R extends Refusal> = { ok: true; value: Value } | ({ ok: false } & R)

/** The accepted answer. */
export function accept<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

/** The refused answer: `refuse('slot_taken', { nearest })`. */
export function refuse<const Name extends string, Data = null>(
  refused: Name,
  data: Data = null as Data,
): { ok: false } & Refusal<Name, Data> {
  return { ok: false, refused, data }
}
