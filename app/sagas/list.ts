import { db } from '@/lib/db/client'
import { listDoctors } from '@/lib/queries/doctors'
import { cursorParam, type ListParams, readCursor, readFilters } from '@/lib/queries/saga-address'
import { countTabs, listCauses, listSagas, type SagaCursor } from '@/lib/queries/saga-list'
import { countSagas } from '@/lib/queries/sagas'

/** Everything the page of sagas shows, as its address asks for it at `now` (ISO instant). */
export async function readList(searchParams: Record<string, unknown>, now: string) {
  const asked: ListParams = Object.fromEntries(
    Object.entries(searchParams).filter(([, value]) => typeof value === 'string'),
  )
  const doctors = await listDoctors(db())
  const filters = readFilters(asked, { doctors, now })
  const [counts, causes, tabs, { rows, previous, next }] = await Promise.all([
    countSagas(db()),
    listCauses(db()),
    countTabs(db(), filters),
    listSagas(db(), filters, readCursor(asked)),
  ])
  const { after, before, ...rest } = asked
  const params = Object.fromEntries(Object.entries(rest).filter(([name, value]) => value && isKnown(name)))
  const pageParams = (cursor: SagaCursor | null) => cursor && { ...params, ...cursorParam(cursor) }
  return {
    counts,
    causes,
    doctors,
    tabs,
    filters,
    params: params as Record<string, string>,
    page: before ?? after ?? '',
    total: filters.tab ? tabs[filters.tab] : Object.values(tabs).reduce((sum, count) => sum + count, 0),
    rows: rows.map((row) => ({ ...row, doctor: doctors.find(({ id }) => id === row.visit.doctorId) })),
    previous: pageParams(previous) as Record<string, string> | null,
    next: pageParams(next) as Record<string, string> | null,
  }
}

function isKnown(name: string): boolean {
  return ['tab', 'type', 'doctor', 'period', 'cause', 'q', 'sealed'].includes(name)
}
