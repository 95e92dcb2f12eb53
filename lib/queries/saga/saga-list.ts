import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import {
  isAskedFor,
  isInTab,
  lastFailure,
  type SagaCause,
  type SagaFilters,
  type SagaTab,
  urgencies,
  urgency,
} from './saga-filters'
import { failedFirst, keyOf, type SagaOrder } from './saga-order'
import { type SagaSummary, summarizeSagas } from './sagas'

/** How many sagas a page of the list holds. */
export const sagasPerPage = 25

/** Where a page begins: next to the saga at this place in the list's order. */
export type SagaCursor = { side: 'after' | 'before'; key: number; updatedAt: string; sagaId: string }

/** The places before and after a page, null where there is nothing more; how many sagas come before it. */
export type SagaPage = {
  rows: SagaSummary[]
  previous: SagaCursor | null
  next: SagaCursor | null
  before: number
}

type Place = { saga_id: string; key: number; updated_at: Date }

/** Returns a page of sagas in this order; without one those that need a person first, and the newest of them. */
export async function listSagas(
  db: Db,
  filters: SagaFilters,
  cursor: SagaCursor | null,
  order = failedFirst,
): Promise<SagaPage> {
  const isBack = cursor?.side === 'before'
  const found = await readPlaces(db, filters, order, cursor)
  const isMore = found.length > sagasPerPage
  const places = isBack ? found.slice(0, sagasPerPage).reverse() : found.slice(0, sagasPerPage)
  const rows = await summarizeSagas(
    db,
    places.map(({ saga_id }) => saga_id),
  )
  const [first, last] = [places.at(0), places.at(-1)]
  const isBefore = isBack ? isMore : cursor !== null
  const isAfter = isBack || isMore
  return {
    rows,
    previous: first && isBefore ? cursorAt('before', first) : null,
    next: last && isAfter ? cursorAt('after', last) : null,
    before: first && isBefore ? await countBefore(db, filters, order, cursorAt('before', first)) : 0,
  }
}

/** A saga and the version in which it was seen. */
export type SeenSaga = { sagaId: string; version: number }

/**
 * Returns all sagas that these filters find, in the list's order, as they stood at `seenAt` (ISO); changed ones are
 * left out. A thousand at most.
 */
export async function listSeenSagas(db: Db, filters: SagaFilters, seenAt: string): Promise<SeenSaga[]> {
  return db.$queryRaw<SeenSaga[]>`
    select s.saga_id as "sagaId", s.version from saga s
    where ${isAskedFor(filters)} and ${isInTab(filters.tab)} and s.updated_at <= ${seenAt}::timestamptz
    order by ${urgency} desc, s.updated_at desc, s.saga_id desc limit 1000`
}

/** Returns how many sagas these filters find in each tab. */
export async function countTabs(db: Db, filters: SagaFilters): Promise<Record<SagaTab, number>> {
  const rows = await db.$queryRaw<{ urgency: number; count: bigint }[]>`
    select ${urgency} as urgency, count(*) from saga s where ${isAskedFor(filters)} group by 1`
  const countOf = (tab: SagaTab) => {
    const own = rows.filter((row) => (urgencies[tab] as readonly number[]).includes(row.urgency))
    return own.reduce((sum, { count }) => sum + Number(count), 0)
  }
  const tabs = Object.keys(urgencies) as SagaTab[]
  return Object.fromEntries(tabs.map((tab) => [tab, countOf(tab)])) as Record<SagaTab, number>
}

/** A cause, how many sagas it holds up and since when (ISO); `status` is the code that was answered, if any. */
export type CauseGroup = SagaCause & { count: number; since: string; status: number | null }

/** Returns what sagas stand still for, those that ask for a person first, then by how many. */
export async function listCauses(db: Db): Promise<CauseGroup[]> {
  type Row = Omit<CauseGroup, 'count' | 'since'> & { count: bigint; since: Date }
  const rows = await db.$queryRaw<Row[]>`
    with stuck as (
      select s.needs_attention, s.updated_at, s.created_at, ${lastFailure} as failure from saga s
      where s.needs_attention or (${isInTab('retrying')}))
    select case when needs_attention then 'attention' else 'retrying' end as state, failure->>'service' as service,
           failure->>'kind' as kind, max((failure->>'status')::int) as status, count(*),
           min(case when needs_attention then updated_at else created_at end) as since
    from stuck where failure is not null group by 1, 2, 3 order by state, count desc, service, kind`
  return rows.map((row) => ({ ...row, count: Number(row.count), since: row.since.toISOString() }))
}

function readPlaces(db: Db, filters: SagaFilters, order: SagaOrder, cursor: SagaCursor | null): Promise<Place[]> {
  const key = keyOf(order)
  const direction = (cursor?.side === 'before') === order.isAscending ? Prisma.sql`desc` : Prisma.sql`asc`
  return db.$queryRaw<Place[]>`
    select s.saga_id, ${key} as key, s.updated_at from saga s
    where ${isAskedFor(filters)} and ${isInTab(filters.tab)} and ${isBeyond(cursor, order)}
    order by ${key} ${direction}, s.updated_at ${direction}, s.saga_id ${direction}
    limit ${sagasPerPage + 1}`
}

async function countBefore(db: Db, filters: SagaFilters, order: SagaOrder, first: SagaCursor): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    select count(*) from saga s
    where ${isAskedFor(filters)} and ${isInTab(filters.tab)} and ${isBeyond(first, order)}`
  return Number(row?.count ?? 0)
}

function isBeyond(cursor: SagaCursor | null, order: SagaOrder): Prisma.Sql {
  if (!cursor) return Prisma.sql`true`
  const place = Prisma.sql`(${cursor.key}::int, ${cursor.updatedAt}::timestamptz, ${cursor.sagaId}::uuid)`
  const beyond = (cursor.side === 'before') === order.isAscending ? Prisma.sql`<` : Prisma.sql`>`
  return Prisma.sql`(${keyOf(order)}, s.updated_at, s.saga_id) ${beyond} ${place}`
}

function cursorAt(side: SagaCursor['side'], { saga_id, key, updated_at }: Place): SagaCursor {
  return { side, key, updatedAt: updated_at.toISOString(), sagaId: saga_id }
}
