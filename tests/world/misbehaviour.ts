import { z } from 'zod'

/** The ways to misbehave: see `serveCall`. */
export const modes = [
  '500-before',
  '500-after',
  'hang-before',
  'hang-after',
  'reset-before',
  'reset-after',
  'slow',
  '429',
  '409',
  '503',
  'refuse',
  'bad-address',
  'misset',
] as const

export type Mode = (typeof modes)[number]

/** Which calls are answered badly, and how. */
export const misbehaviourSchema = z.strictObject({
  service: z.enum(['mail', 'sms', 'calendar']),
  /** Without it, every operation. */
  operation: z.enum(['send', 'list', 'put', 'get', 'delete']).optional(),
  /** A part of the call’s key, UID, recipient or text. */
  match: z.string().min(1).optional(),
  mode: z.enum(modes),
  /** How many calls; null: all until forgiven. */
  times: z.int().positive().nullable().default(1),
  /** Seconds, for the header `retry-after`. */
  retryAfter: z.int().nonnegative().optional(),
  /** How long `slow` takes. */
  ms: z.int().positive().default(1_000),
})

export type Misbehaviour = z.input<typeof misbehaviourSchema>
