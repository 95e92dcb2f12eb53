import { msBetween } from '@/lib/domain/time'
import { earliestArrivalMs } from './attendance'
import type { ActorRole, AttendanceFact } from './events'
import { ruleOf } from './may'
import { hasBegun } from './notice'
import { isSlotFree, type Standing } from './standing'

/** What can be recorded of a visit's attendance, and what of it can be taken back. */
export type MayAttend = { record: readonly AttendanceFact[]; takeBack: AttendanceFact | null }

type Timed = {
  status: 'requested' | 'confirmed' | 'ended'
  standing: Standing
  startsAt: string
  hasArrived: boolean
  isCalledIn: boolean
}

/**
 * Returns what a day list offers somebody of a role at `now` (ISO instant), about a visit that they reach, the likeliest
 * first. The command decides again.
 */
export function mayAttend(visit: Timed, role: ActorRole, now: string): MayAttend {
  const { record, takeBack } = open(visit, now)
  return {
    record: record.filter((fact) => ruleOf(fact, role)),
    takeBack: ruleOf('take_back', role) ? takeBack : null,
  }
}

function open({ status, standing, startsAt, hasArrived, isCalledIn }: Timed, now: string): MayAttend {
  if (standing === 'completed') return { record: [], takeBack: 'completed' }
  if (standing === 'missed') return { record: [], takeBack: 'no_show' }
  if (isSlotFree(standing) || standing === 'undoing' || (status === 'requested' && !hasArrived)) return nothing
  const isBegun = hasBegun({ slot: { startsAt } }, now)
  if (isCalledIn) return { record: isBegun ? ['completed', 'no_show'] : ['completed'], takeBack: 'called_in' }
  if (hasArrived)
    return { record: ['called_in', 'completed', ...(isBegun ? (['no_show'] as const) : [])], takeBack: 'arrived' }
  if (isBegun) return { record: ['arrived', 'no_show', 'called_in', 'completed'], takeBack: null }
  const isSoon = msBetween(now, startsAt) <= earliestArrivalMs
  return isSoon ? { record: ['arrived', 'called_in'], takeBack: null } : nothing
}

const nothing: MayAttend = { record: [], takeBack: null }
