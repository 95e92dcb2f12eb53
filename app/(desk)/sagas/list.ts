import { db } from '@/lib/db/client'
import { listDoctors } from '@/lib/queries/people/doctors'
import {
  cursorParam,
  type ListParams,
  readCursor,
  readFilters,
  readWithout,
  spareColumns,
} from '@/lib/queries/saga/saga-address'
import { countTabs, listCauses, listSagas, type SagaCursor } from '@/lib/queries/saga/saga-list'
import { readOrder } from '@/lib/queries/saga/saga-order'
import { countSagas } from '@/lib/queries/saga/sagas'

/** Returns everything the page of sagas shows, as its address asks for it at `now` (ISO instant). */
export async function readList(searchParams: Record<string, unknown>, now: string) {
  const asked: ListParams = Object.fromEntries(
    Object.entries(searchParams).filter(([, value]) => typeof value === 'string'),
  )
  const doctors = await listDoctors(db())
  const filters = readFilters(asked, { doctors, now })
  const order = readOrder(asked.sort)
  const [counts, causes, tabs, { rows, previous, next, before: rowsBefore }] = await Promise.all([
    countSagas(db()),
    listCauses(db()),
    countTabs(db(), filters),
    listSagas(db(), filters, readCursor(asked), order),
  ])
  const { after, before, ...rest } = asked
  const params = Object.fromEntries(Object.entries(rest).filter(([name, value]) => value && isKnown(name)))
  // Why they stand still is the same for all of them, and said above.
  const said = filters.cause?.state === 'attention' ? (['why'] as const) : []
  const pageParams = (cursor: SagaCursor | null) => cursor && { ...params, ...cursorParam(cursor) }
  return {
    counts,
    causes,
    doctors,
    tabs,
    filters,
    params: params as Record<string, string>,
    spare: spareColumns.filter((column) => !said.some((known) => known === column)),
    view: { order, without: [...readWithout(asked.without), ...said], params: params as Record<string, string> },
    page: before ?? after ?? '',
    total: filters.tab ? tabs[filters.tab] : Object.values(tabs).reduce((sum, count) => sum + count, 0),
    rowsBefore,
    rows: rows.map((row) => ({
      ...row,
      seenAt: now,
      isCauseKnown: filters.cause !== null,
      doctor: doctors.find(({ id }) => id === row.visit.doctorId),
    })),
    previous: pageParams(previous) as Record<string, string> | null,
    next: pageParams(next) as Record<string, string> | null,
  }
}

function isKnown(name: string): boolean {
  return ['tab', 'type', 'doctor', 'period', 'cause', 'q', 'sealed', 'sort', 'without'].includes(name)
}
