import { findOwnCalendar, noteFailure, noteLeftBehind } from '@/lib/adapters/calendar/own-calendar'
import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import type { Db } from '@/lib/db/client'
import { listComingEntries, listComingOf, listStrays, listVisitsAmong } from '@/lib/queries/calendar/own-calendar'
import { accept, refuse } from '@/lib/result'
import { type Alignment, type AlignVisit, alignVisit, type Timing } from './align-visit'
import { disconnectCalendar, noteCompared } from './connect-calendar'

export type Work = AlignVisit['work']

/** What became of how many visits. */
type Alignments = Record<Alignment, number>

const none: Alignments = { right: 0, written: 0, removed: 0, failed: 0, at_work: 0 }

/**
 * The visits to look at in a doctor's own calendar at `now` (ISO instant): those that are coming, and ours that stand
 * there and should not; when leaving it, all of ours that are coming. Refuses `not_connected` and `calendar_failed`.
 */
export async function listAlignments(
  db: Db,
  doctorId: string,
  work: Work,
  now: string,
  { deadlineMs }: Pick<Timing, 'deadlineMs'>,
) {
  return withCalendar(db, doctorId, async (calendar) => {
    const call = { key: doctorId, signal: AbortSignal.timeout(deadlineMs), lostSince: null }
    const there = await calendar.listIds(call, now)
    if (work === 'leave') return listComingOf(db, doctorId, there, now)
    return [...(await listComingEntries(db, doctorId, now)), ...(await listStrays(db, doctorId, there))]
  })
}

/** Makes a doctor's own calendar say of these visits what it should, or nothing when it is left; what is no
 * visit of theirs is left alone. Refuses `not_connected` and `calendar_failed`. */
export async function alignCalendar(
  db: Db,
  { doctorId, work, ids }: { doctorId: string; work: Work; ids: readonly string[] },
  timing: Timing,
) {
  if (work === 'leave') await noteCompared(db, doctorId, null)
  return withCalendar(db, doctorId, async (calendar) => {
    const outcome = { ...none }
    for (const appointmentId of await listVisitsAmong(db, doctorId, ids)) {
      const became = await alignVisit(db, calendar, { doctorId, appointmentId, work }, timing).catch((error) =>
        noteVisit(db, calendar, { doctorId, work }, error, timing),
      )
      outcome[became]++
    }
    return outcome
  })
}

/**
 * One visit that cannot be put right stops no other, whatever is wrong with its object: it is noted, and counts as
 * failed. Throws when it is the calendar that does not answer.
 */
async function noteVisit(
  db: Db,
  calendar: Calendar,
  { doctorId, work }: { doctorId: string; work: Work },
  error: unknown,
  { deadlineMs }: Timing,
) {
  if (!(error instanceof ExternalServiceError)) throw error
  await noteFailure(db, doctorId, error)
  if (work === 'compare') await noteLeftBehind(db, doctorId, error.failure)
  await calendar.reach({ key: doctorId, signal: AbortSignal.timeout(deadlineMs), lostSince: null })
  return 'failed' as const
}

/**
 * What comes after the last visit: it is noted that the calendar was compared, unless some `failed`; or it is
 * disconnected, unless visits were written there meanwhile. Answers with how many those are.
 */
export async function finishAlignment(
  db: Db,
  { doctorId, work, failed }: { doctorId: string; work: Work; failed: number },
  timing: Timing,
) {
  const now = timing.now()
  if (work === 'compare') {
    if (failed === 0) await noteCompared(db, doctorId, now)
    return accept({ left: 0 })
  }
  const again = await listAlignments(db, doctorId, work, now, timing)
  if (!again.ok) return again
  if (again.value.length === 0) await disconnectCalendar(db, doctorId)
  return accept({ left: again.value.length })
}

type Calendar = NonNullable<Awaited<ReturnType<typeof findOwnCalendar>>>

async function withCalendar<Value>(db: Db, doctorId: string, ask: (calendar: Calendar) => Promise<Value>) {
  const calendar = await findOwnCalendar(db, doctorId)
  if (!calendar) return refuse('not_connected')
  try {
    return accept(await ask(calendar))
  } catch (error) {
    if (!(error instanceof ExternalServiceError)) throw error
    await noteFailure(db, doctorId, error)
    return refuse('calendar_failed', error.failure)
  }
}
