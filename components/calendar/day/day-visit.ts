import type { Route } from 'next'
import type { CalendarVisitFacts } from '@/components/ui/use-calendar-words'
import type { MayAttend } from '@/lib/domain/appointment/may-attend'

/** A visit as the day list is given it. Instants are ISO strings. */
export type DayVisit = CalendarVisitFacts & {
  email: string | null
  phone: string | null
  arrivedAt: string | null
  /** Its own page, for whoever may open it. */
  path: Route
  may: MayAttend
  canConfirm: boolean
  /** Made with the page: pressing twice is once. */
  requestId: string
}
