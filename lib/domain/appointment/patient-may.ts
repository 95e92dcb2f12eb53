import { hourMs, laterBy } from '@/lib/domain/time'
import { hasBegun, isInsideNotice } from './notice'

type Timed = { status: 'requested' | 'confirmed' | 'ended'; startsAt: string }

/** What patients may do about their visit by themselves; `call`: it has begun, and `nothing`: it has ended. */
export type PatientMay = 'change' | 'cancel' | 'call' | 'nothing'

/**
 * Returns what patients may do about their visit by themselves: change it, only cancel it (inside the clinic's notice,
 * in hours), call the clinic once it has begun, or nothing any more. `now` is an ISO instant.
 */
export function patientMay({ status, startsAt }: Timed, now: string, noticeHours: number): PatientMay {
  if (status === 'ended') return 'nothing'
  const slot = { startsAt }
  if (hasBegun({ slot }, now)) return 'call'
  return isInsideNotice({ state: status, slot }, { role: 'patient' }, { now, noticeHours }) ? 'cancel' : 'change'
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
