import { laterBy } from '@/lib/domain/schedule/later-by'
import { hasBegun, isTooLate } from './notice'

type Timed = { status: 'requested' | 'confirmed' | 'ended'; startsAt: string }

/**
 * What patients may do about their visit by themselves: change it, call the clinic (inside its notice, in hours), or
 * nothing any more. `now` is an ISO instant.
 */
export function patientMay(
  { status, startsAt }: Timed,
  now: string,
  noticeHours: number,
): 'change' | 'call' | 'nothing' {
  if (status === 'ended' || hasBegun({ slot: { startsAt } }, now)) return 'nothing'
  return isTooLate({ state: status, slot: { startsAt } }, { role: 'patient' }, now, noticeHours) ? 'call' : 'change'
}

/** Until when patients may change a confirmed visit by themselves. */
export function changesEndAt(startsAt: string, noticeHours: number): string {
  return laterBy(startsAt, -noticeHours * 3_600_000)
}
