import { hourMs, laterBy } from '@/lib/domain/time'
import { isId } from '@/lib/ids'
import { isImpersonal, type SagaCause, type SagaFilters, type SagaTab, urgencies } from './saga-filters'
import type { SagaCursor } from './saga-list'
import { openSearch, sealSearch } from './search-token'

/** What the list's address may say, all of it optional. */
export type ListParams = Partial<
  Record<
    'tab' | 'type' | 'doctor' | 'period' | 'cause' | 'q' | 'sealed' | 'sort' | 'without' | 'after' | 'before',
    string | undefined
  >
>

/** The periods the list can be narrowed to, in hours. */
export const periods = { day: 24, week: 7 * 24, month: 30 * 24 } as const

type Known = { doctors: readonly { id: string; slug: string }[]; now: string }

/** Returns what an address asks for. What it says wrongly does not narrow. `now` is an ISO instant. */
export function readFilters(params: ListParams, { doctors, now }: Known): SagaFilters {
  const { tab, type, doctor, period } = params
  const hours = period && Object.hasOwn(periods, period) ? periods[period as keyof typeof periods] : null
  return {
    tab: tab && Object.hasOwn(urgencies, tab) ? (tab as SagaTab) : null,
    type: type || null,
    doctorId: doctors.find(({ slug }) => slug === doctor)?.id ?? null,
    since: hours ? laterBy(now, -hours * hourMs) : null,
    cause: readCause(params.cause),
    search: searchOf(params),
  }
}

/** Returns what was searched for. */
export function searchOf({ q, sealed }: ListParams): string | null {
  return q?.trim() || (sealed ? openSearch(sealed) : null)
}

/** Returns how a search stands in an address: open when it is an id, sealed when it may name a person. */
export function searchParam(text: string): Pick<ListParams, 'q' | 'sealed'> {
  const search = text.trim()
  if (!search) return {}
  return isImpersonal(search) ? { q: search } : { sealed: sealSearch(search) }
}

/** Returns where an address says that its page begins. */
export function readCursor({ after, before }: ListParams): SagaCursor | null {
  const [key, ms, sagaId] = (before ?? after ?? '').split('_')
  const at = new Date(Number(ms))
  if (!sagaId || !isId(sagaId) || !/^\d{1,9}$/.test(key ?? '') || Number.isNaN(at.getTime())) return null
  return { side: before ? 'before' : 'after', key: Number(key), updatedAt: at.toISOString(), sagaId }
}

/** Returns how a place in the list stands in an address. */
export function cursorParam({ side, key, updatedAt, sagaId }: SagaCursor): ListParams {
  return { [side]: `${key}_${Date.parse(updatedAt)}_${sagaId}` }
}

/** The columns that a list can do without: what is left says still which saga it is, and how it stands. */
export const spareColumns = ['step', 'why', 'tries', 'since'] as const
export type SpareColumn = (typeof spareColumns)[number]

/** Returns the columns that an address leaves out: `why.tries`. */
export function readWithout(without = ''): SpareColumn[] {
  const named = without.split('.')
  return spareColumns.filter((column) => named.includes(column))
}

/** Returns how a cause stands in an address. */
export function causeParam({ state, service, kind }: SagaCause): string {
  return `${state}.${service}.${kind}`
}

const causePattern = /^(attention|retrying)\.(calendar|mail|sms|carnet)\.([a-z_]+)$/

function readCause(text = ''): SagaCause | null {
  const [, state, service, kind] = causePattern.exec(text) ?? []
  return state ? ({ state, service, kind } as SagaCause) : null
}
