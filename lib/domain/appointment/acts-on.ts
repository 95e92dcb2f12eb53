import { hourMs, laterBy } from '@/lib/domain/time'
import type { ActorRole } from './events'
import { ruleOf } from './may'
import { hasBegun, isInsideNotice } from './notice'

type Timed = { status: 'requested' | 'confirmed' | 'ended'; startsAt: string }

/** What can be done about a visit from its page. What becomes of the patient's coming is `may-attend.ts`. */
export type VisitAct = 'confirm' | 'move' | 'decline' | 'cancel' | 'no_show'

/** When: until the visit begins, from then on, or at any time. */
type When = 'ahead' | 'begun' | 'always'

/** Of which visits each can be done, and when; the likeliest first. */
const acts: readonly [VisitAct, { requested?: When; confirmed?: When }][] = [
  ['confirm', { requested: 'ahead' }],
  ['move', { requested: 'ahead', confirmed: 'ahead' }],
  ['decline', { requested: 'always' }],
  ['cancel', { requested: 'ahead', confirmed: 'ahead' }],
  ['no_show', { confirmed: 'begun' }],
]

/**
 * Returns what somebody of a role may do at `now` (ISO instant) about a visit that they reach, the likeliest first. The
 * clinic's notice, in hours, binds patients alone. The command decides again.
 */
export function actsOn({ status, startsAt }: Timed, role: ActorRole, now: string, noticeHours = 0): VisitAct[] {
  if (status === 'ended') return []
  const slot = { startsAt }
  const time: When = hasBegun({ slot }, now) ? 'begun' : 'ahead'
  const isInside = isInsideNotice({ state: status, slot }, { now, noticeHours })
  const isOpen = ([act, { [status]: when }]: (typeof acts)[number]) => {
    const rule = ruleOf(act, role)
    if (!rule || (rule.isOfConfirmed && status !== 'confirmed')) return false
    return (when === 'always' || when === time) && !(rule.insideNotice === 'bars' && isInside)
  }
  return acts.filter(isOpen).map(([act]) => act)
}

/** What patients may do about their visit by themselves; `call`: it has begun, and `nothing`: it has ended. */
export type PatientMay = 'change' | 'cancel' | 'call' | 'nothing'

/**
 * Returns what patients may do about their visit by themselves: change it, only cancel it (inside the clinic's notice,
 * in hours), call the clinic once it has begun, or nothing any more. `now` is an ISO instant.
 */
export function patientMay(visit: Timed, now: string, noticeHours: number): PatientMay {
  if (visit.status === 'ended') return 'nothing'
  const open = actsOn(visit, 'patient', now, noticeHours)
  if (open.includes('move')) return 'change'
  return open.includes('cancel') ? 'cancel' : 'call'
}

/** What a patient is told of the notice before they take an hour: how many hours, and whether it lies inside already. */
export type NoticeOf = { hours: number; isInside: boolean }

/** Returns what the notice means for a confirmed visit at `startsAt`, at `now` (ISO instants). */
export function noticeOf(startsAt: string, now: string, noticeHours: number): NoticeOf {
  return { hours: noticeHours, isInside: patientMay({ status: 'confirmed', startsAt }, now, noticeHours) === 'cancel' }
}

/** Returns until when patients may move a confirmed visit by themselves. */
export function movesEndAt(startsAt: string, noticeHours: number): string {
  return laterBy(startsAt, -noticeHours * hourMs)
}
