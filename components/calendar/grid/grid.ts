import type { CalendarVisitFacts } from '@/components/ui/use-calendar-words'
import type { VisitAct } from '@/lib/domain/appointment/acts-on'
import type { ClinicDay } from '@/lib/domain/schedule/clinic-days'
import type { Drawn, Lane } from '@/lib/views/grid/lanes'
import type { ClosedKind } from '@/lib/views/grid/why-not'

/** Time in which nobody is received. */
export type ClosedPart = Drawn & { kind: ClosedKind; word?: string | undefined }

/** A column of the grid. */
export type GridDay = ClinicDay & {
  /** When it begins (ISO instant). */
  at: string
  isToday: boolean
  /** Whether this is the day that was asked for: on a phone no other is shown. */
  isAsked: boolean
  /** Whether it is shown on a phone alone: a weekend day of somebody who does not work then. */
  isExtra: boolean
  closed: readonly ClosedPart[]
}

/** A visit as the grid is given it. */
export type GridVisit = CalendarVisitFacts & { phone: string | null; may: readonly VisitAct[] }

/** A visit, and where in its column it stands. */
export type PlacedVisit = GridVisit & Drawn & Lane
