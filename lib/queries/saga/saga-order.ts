import { Prisma } from '@/lib/db/generated/client'
import { urgency } from './saga-filters'

/** By which columns the list can be put in order: a whole number each, since what comes next is the same for all. */
const keys = {
  /** How soon the desk looks at it. */
  state: urgency,
  /** When the visit begins, in minutes since 1970. */
  visit: Prisma.sql`(select (extract(epoch from a.starts_at) / 60)::int from appointment a where a.id = s.subject_id)`,
  /** How often its step was tried. */
  tries: Prisma.sql`(select count(*)::int from saga_step_attempt t
    where t.saga_id = s.saga_id and t.step = coalesce(s.data->>'failedStep', s.data->>'step'))`,
  /** Nothing but when it last changed, which breaks every tie. */
  since: Prisma.sql`0::int`,
} as const satisfies Record<string, Prisma.Sql>

export type SortedColumn = keyof typeof keys

/** By which column the list is put in order, and which way. */
export type SagaOrder = { by: SortedColumn; isAscending: boolean }

/** What a list begins with: those that need a person first, the newest of them before the others. */
export const failedFirst: SagaOrder = { by: 'state', isAscending: false }

/** Returns the order that an address asks for: `tries`, or `-tries` with the most first. */
export function readOrder(sort = ''): SagaOrder {
  const by = sort.replace(/^-/, '')
  return Object.hasOwn(keys, by) ? { by: by as SortedColumn, isAscending: by === sort } : failedFirst
}

/** Returns what the saga `s` is put in order by. */
export function keyOf({ by }: SagaOrder): Prisma.Sql {
  return keys[by]
}
