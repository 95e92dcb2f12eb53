import { laterBy, msBetween } from '@/lib/domain/time'
import type { PendingAct } from '../acts/pending-acts'
import type { GridVisit } from './grid'

/** Returns what shows a visit as what was done with it will have it, while the page cannot know of it yet. */
export function asPending(acts: readonly PendingAct[]) {
  return <Visit extends GridVisit>(visit: Visit): Visit => {
    const own = acts.filter(({ appointmentId }) => appointmentId === visit.id)
    const moved = own.find((act) => act.act === 'move')
    const isCalledOff = own.some(({ act }) => act === 'decline' || act === 'cancel')
    const isConfirmed = visit.standing === 'requested' && own.some(({ act }) => act === 'confirm')
    return {
      ...visit,
      ...(moved?.act === 'move' && spanFrom(moved.slot, visit)),
      ...(isCalledOff && { standing: 'undoing', may: [] }),
      ...(isConfirmed && { standing: 'confirmed', may: visit.may.filter((act) => act === 'move') }),
    }
  }
}

function spanFrom(startsAt: string, before: GridVisit) {
  return { startsAt, endsAt: laterBy(startsAt, msBetween(before.startsAt, before.endsAt)) }
}
