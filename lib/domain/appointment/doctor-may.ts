import { hasBegun } from './notice'

type Timed = { status: 'requested' | 'confirmed' | 'ended'; startsAt: string }

/** Returns what a doctor may do about one of their visits at `now` (ISO instant), the likeliest first. */
export function doctorMay({ status, startsAt }: Timed, now: string): DoctorAct[] {
  const isOver = hasBegun({ slot: { startsAt } }, now)
  if (status === 'requested') return isOver ? ['decline'] : ['confirm', 'move', 'decline']
  if (status === 'confirmed') return isOver ? ['no_show'] : ['move', 'cancel']
  return []
}

export type DoctorAct = 'confirm' | 'decline' | 'move' | 'cancel' | 'no_show'
