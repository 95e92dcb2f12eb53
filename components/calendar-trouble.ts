import type { Failure } from '@/lib/domain/saga/failure'

export type CalendarTrouble =
  | 'credentials'
  | 'read_only'
  | 'gone'
  | 'full'
  | 'busy'
  | 'unreachable'
  | 'broken'
  | 'refused'

const byStatus: Record<number, CalendarTrouble> = {
  401: 'credentials',
  403: 'read_only',
  404: 'gone',
  409: 'gone',
  410: 'gone',
  429: 'busy',
  503: 'busy',
  507: 'full',
}

/** What a doctor can make of a failure of their calendar. */
export function calendarTrouble({ status }: Pick<Failure, 'status'>): CalendarTrouble {
  if (status === null) return 'unreachable'
  return byStatus[status] ?? (status >= 500 ? 'broken' : 'refused')
}
