import type { Failure } from '@/lib/domain/saga/failure'

export type CalendarTrouble =
  | 'credentials'
  | 'sign_in'
  | 'read_only'
  | 'gone'
  | 'full'
  | 'busy'
  | 'unreachable'
  | 'broken'
  | 'refused'
  | 'page'
  | 'contested'
  | 'elsewhere'

const byStatus: Record<number, CalendarTrouble> = {
  200: 'page',
  401: 'credentials',
  403: 'read_only',
  404: 'gone',
  409: 'gone',
  410: 'gone',
  412: 'contested',
  423: 'busy',
  429: 'busy',
  503: 'busy',
  507: 'full',
}

/** Returns what a doctor can make of a failure of their calendar. */
export function calendarTrouble({ status, kind }: Pick<Failure, 'status' | 'kind'>): CalendarTrouble {
  if (status === null) return 'unreachable'
  if (status === 401 && kind === 'permanent') return 'sign_in'
  if (status >= 300 && status < 400) return 'elsewhere'
  return byStatus[status] ?? (status >= 500 ? 'broken' : 'refused')
}
