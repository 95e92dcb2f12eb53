import { inLanes } from '@/lib/views/grid/lanes'
import { placeOn } from '@/lib/views/grid/place'
import type { PendingAct } from '../acts/pending-acts'
import { asPending } from '../grid/as-pending'
import type { BoardColumn, PlacedBoardVisit } from './board'
import type { FreeCell } from './board-column'

/**
 * Returns where the visits and the free times of a column stand. Two stand side by side only where they overlap: what is free
 * beside one that holds its time no more.
 */
export function placeColumn(column: BoardColumn, acts: readonly PendingAct[]) {
  const visits = placeOn(column.day, column.visits.map(asPending(acts))).map((one) => ({
    ...one,
    isVisit: true as const,
  }))
  const free = placeOn(column.day, column.free).map((one) => ({ ...one, isVisit: false as const }))
  const all = inLanes<(typeof visits)[number] | (typeof free)[number]>([...visits, ...free])
  return {
    visits: all.filter((one) => one.isVisit) as PlacedBoardVisit[],
    free: all.filter((one) => !one.isVisit) as FreeCell[],
  }
}
