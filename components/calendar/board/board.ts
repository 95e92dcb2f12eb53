import type { Route } from 'next'
import type { MayAttend } from '@/lib/domain/appointment/may-attend'
import type { Span } from '@/lib/domain/intervals'
import type { Drawn, Lane } from '@/lib/views/grid/lanes'
import type { GridDay, GridVisit } from '../grid/grid'

/** A visit as the board is given it. Instants are ISO strings. */
export type BoardVisit = GridVisit & {
  arrivedAt: string | null
  calledInAt: string | null
  /** Its own page. */
  path: Route
  attend: MayAttend
  /** Made with the page: pressing twice is once. */
  requestId: string
}

export type PlacedBoardVisit = BoardVisit & Drawn & Lane

/** A doctor’s day: a column of the board. */
export type BoardColumn = {
  doctor: { id: string; slug: string; name: string; form: 'Dre' | 'Dr'; specialty: string }
  day: GridDay
  visits: readonly BoardVisit[]
  /** The free times that stand in it, for the visit the doctor is usually asked for. */
  free: readonly Span[]
  /** Whether the whole of the day’s hours is taken off. */
  isAway: boolean
}
