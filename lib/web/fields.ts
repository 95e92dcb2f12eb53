import { z } from 'zod'
import { type Limit, limits } from '@/lib/domain/limits'
import { asAddress, withoutInvisible } from '@/lib/domain/people/visible'
import { readDay } from '@/lib/domain/schedule/wall-clock'
import type { BareRefusal, ToldRefusal } from '@/lib/refusals'
import type { Told } from './form-answer'

/**
 * One field of a form: how what was sent is read, or by which refusal it is sent back. Fields are made here and put together
 * by `form`, so that none can be refused by a name that has no sentence. What no form of ours sends is `request_invalid`.
 */
export type Field<Value> = { readonly schema: z.ZodType<Value> }

type Fields = Record<string, Field<unknown>>
type ValuesOf<Shape extends Fields> = { [Name in keyof Shape]: Shape[Name] extends Field<infer Value> ? Value : never }

/** Returns the form that has these fields; what else is sent is passed over. */
export function form<Shape extends Fields>(shape: Shape): Field<ValuesOf<Shape>> {
  const schemas = Object.entries(shape).map(([name, { schema }]) => [name, schema] as const)
  // What the values are, the fields say, one by one.
  return { schema: z.object(Object.fromEntries(schemas)) as z.ZodType as z.ZodType<ValuesOf<Shape>> }
}

type Text = {
  limit: Limit
  /** How it is refused when it is empty; without it, it may be. */
  missing?: BareRefusal
  tooLong?: 'too_long' | 'name_too_long' | 'email_too_long'
  /** What is left of what was sent. */
  seen?: (sent: string) => string
}

const seenAs = (limit: Limit) => (limit === 'words' ? (sent: string) => sent : withoutInvisible)

/**
 * Returns a field for text, without the spaces around it and, but in several sentences, where some scripts want them,
 * without what is invisible; what was not sent is empty.
 */
export function text({ limit, missing, tooLong: name = 'too_long', seen = seenAs(limit) }: Text): Field<string> {
  const max = limits[limit]
  const sent: Field<string> = { schema: z.string().default('') }
  const typed = read(sent, (letters) => seen(letters).trim())
  const filled = missing ? checked(typed, (letters) => letters !== '', missing) : typed
  return checked(filled, (letters) => letters.length <= max, { name, data: { max } })
}

/** Returns a field for a password, every character of which counts. */
export function password(limit: Limit, missing: BareRefusal, tooLong: BareRefusal): Field<string> {
  const filled = checked({ schema: z.string().default('') }, (letters) => letters !== '', missing)
  return checked(filled, (letters) => letters.length <= limits[limit], tooLong)
}

/** Returns a field for an e-mail address. */
export function email(): Field<string> {
  return asEmail(text({ limit: 'email', missing: 'email_missing', tooLong: 'email_too_long', seen: asAddress }))
}

/** Returns a field for an e-mail address, which may be left empty. */
export function emailIfAny(): Field<string | null> {
  const address = asEmail(text({ limit: 'email', tooLong: 'email_too_long', seen: asAddress }))
  return read(address, (typed) => typed || null)
}

function asEmail(typed: Field<string>): Field<string> {
  const parted = checked(typed, (address) => address === '' || address.includes('@'), 'email_no_at')
  return checked(parted, (address) => address === '' || z.email().safeParse(address).success, 'email_invalid')
}

/** Returns a field for a day of the calendar, as ISO writes it. */
export function day(): Field<string> {
  return checked(text({ limit: 'day', missing: 'day_missing' }), (typed) => readDay(typed) !== undefined, 'day_unknown')
}

/** Returns a field for an id. */
export function id(refusal: BareRefusal = 'request_invalid'): Field<string> {
  return { schema: z.uuid(refusal) }
}

/** Returns a field for an instant of ISO, which is read in UTC. */
export function instant(refusal: BareRefusal | 'slot_invalid' = 'request_invalid'): Field<string> {
  return { schema: z.iso.datetime(refusal).transform((typed) => new Date(typed).toISOString()) }
}

/** Returns a field for one of a few words. */
export function choice<const Word extends string>(
  words: readonly Word[],
  refusal: BareRefusal = 'request_invalid',
): Field<Word> {
  return { schema: z.enum(words, refusal) }
}

/** Returns a field for a whole number, from one to another, both included. */
export function wholeNumber(from: number, to: number): Field<number> {
  return { schema: z.coerce.number().int().min(from).max(to) }
}

/** Returns a field that the page filled in: up to so many characters, empty when it was not sent. */
export function filledIn(max: number, refusal: BareRefusal = 'request_invalid'): Field<string> {
  return checked({ schema: z.string().default('') }, (sent) => sent.length <= max, refusal)
}

/** Returns the same field, undefined when it was not sent. */
export function optional<Value>({ schema }: Field<Value>): Field<Value | undefined> {
  return { schema: schema.optional() }
}

/** Returns the same field, which is refused so when what was read does not pass. */
export function checked<Value>(
  { schema }: Field<Value>,
  passes: (value: Value) => boolean,
  refusal: BareRefusal | ToldRefusal,
): Field<Value> {
  const { name, data } = typeof refusal === 'string' ? { name: refusal, data: null } : refusal
  return { schema: schema.refine(passes, { error: name, params: { data }, abort: true }) }
}

/** Returns the same field with another value made of what was read. */
export function read<Value, Other>({ schema }: Field<Value>, other: (value: Value) => Other): Field<Other> {
  return { schema: schema.transform(other) }
}

/** Returns the same field with what a reader makes of it, which is refused as the reader refuses it. */
export function readBy<Value, Other>(
  { schema }: Field<Value>,
  reader: (value: Value) => { ok: true; value: Other } | ({ ok: false } & Told),
): Field<Other> {
  const transform = (value: Value, context: z.RefinementCtx) => {
    const answer = reader(value)
    if (answer.ok) return answer.value
    context.addIssue({ code: 'custom', message: answer.refused, params: { data: answer.data } })
    return z.NEVER
  }
  return { schema: schema.transform(transform) }
}

/** Returns a field for many values of one name, at least one; `none` is how none at all is refused. */
export function list<Value>({ schema }: Field<Value>, most: number, none: BareRefusal): Field<Value[]> {
  return checked({ schema: z.array(schema).max(most) }, (values) => values.length > 0, none)
}
