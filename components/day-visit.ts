import type { Route } from 'next'
import type { MayAttend } from '@/lib/domain/appointment/may-attend'
import type { CalendarVisitFacts } from './use-calendar-words'

/** A visit as the day list is given it. `birthDate` is an ISO day, the other times are ISO instants. */
export type DayVisit = CalendarVisitFacts & {
  birthDate: string | null
  email: string
  phone: string | null
  arrivedAt: string | null
  /** Its own page, for whoever may open it. */
  path: Route | null
  may: MayAttend
  canConfirm: boolean
  /** Made with the page: pressing twice is once. */
  requestId: string
}
