import { hourMs, msBetween } from '@/lib/domain/time'
import type { AttendanceFact } from './events'
import { hasBegun } from './notice'
import { isSlotFree, type Standing } from './standing'

/** What can be recorded of a visit's attendance, and what of it can be taken back. */
export type MayAttend = { record: readonly AttendanceFact[]; takeBack: AttendanceFact | null }

const earliestMs = 12 * hourMs

type Timed = {
  status: 'requested' | 'confirmed' | 'ended'
  standing: Standing
  startsAt: string
  hasArrived: boolean
}

/** Returns what a day list offers at `now` (ISO instant), the likeliest first. The command decides again. */
export function mayAttend({ status, standing, startsAt, hasArrived }: Timed, now: string): MayAttend {
  if (standing === 'completed') return { record: [], takeBack: 'completed' }
  if (standing === 'missed') return { record: [], takeBack: 'no_show' }
  if (isSlotFree(standing) || standing === 'undoing' || (status === 'requested' && !hasArrived)) return nothing
  const isBegun = hasBegun({ slot: { startsAt } }, now)
  if (hasArrived) return { record: isBegun ? ['completed', 'no_show'] : ['completed'], takeBack: 'arrived' }
  if (isBegun) return { record: ['arrived', 'no_show', 'completed'], takeBack: null }
  const isSoon = msBetween(now, startsAt) <= earliestMs
  return isSoon ? { record: ['arrived'], takeBack: null } : nothing
}

const nothing: MayAttend = { record: [], takeBack: null }
