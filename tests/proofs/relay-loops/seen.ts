import type { Posted } from '@/lib/outbox/relay'

/** The points of a relay's work at which it can be killed. */
export const points = [
  'before the lease',
  'after the lease',
  'before the post',
  'during the post',
  'after the post',
  'after marking',
  'before the release',
] as const

export type Point = (typeof points)[number]

/** What a relay's process tells; `listed` is the place in the record of the listing that an attempt was read by. */
export type Report =
  | { what: 'listing' | 'before the lease' | 'before the post' | 'after the post' | 'before the release' }
  | { what: 'after the lease'; at: string; until: string }
  | { what: 'during the post'; listed: number; events: Posted[] }
  | { what: 'after marking'; wireIds: string[] }

/** One line of the record that the harness keeps, in the order in which things came to it. */
export type Seen =
  | (Report & { pid: number })
  /** One event of a post that the sink wrote down. */
  | { what: 'arrival'; pid: number; listed: number; wireId: string; eventId: string }
  /** The acknowledgement is committed. */
  | { what: 'acknowledged'; eventId: string }
