import { hasBegun } from './notice'

type Timed = { status: 'requested' | 'confirmed' | 'ended'; startsAt: string }

export type StaffAct = 'move' | 'cancel'

/** Returns what the front desk may do about any visit at `now` (ISO instant): nothing once it has begun or ended. */
export function staffMay({ status, startsAt }: Timed, now: string): StaffAct[] {
  return status === 'ended' || hasBegun({ slot: { startsAt } }, now) ? [] : ['move', 'cancel']
}
