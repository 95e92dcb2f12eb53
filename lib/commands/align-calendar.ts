import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { findOwnCalendar, noteFailure } from '@/lib/adapters/own-calendar'
import type { Db } from '@/lib/db/client'
import { listComingEntries, listComingOf, listStrays } from '@/lib/queries/own-calendar'
import { accept, refuse } from '@/lib/result'
import { type Alignment, type AlignVisit, alignVisit, type Durations } from './align-visit'

export type Work = AlignVisit['work']

/** What became of how many visits. */
export type Alignments = Record<Alignment, number>

const none: Alignments = { right: 0, written: 0, removed: 0, at_work: 0 }

/**
 * The visits to look at in a doctor's own calendar at `now` (ISO instant): those that are coming, and ours that stand there and
 * should not; when leaving it, all of ours that are coming. Refuses `not_connected` and `calendar_failed`.
 */
export async function listAlignments(db: Db, doctorId: string, work: Work, now: string, { deadlineMs }: Durations) {
  return withCalendar(db, doctorId, async (calendar) => {
    const call = { key: doctorId, signal: AbortSignal.timeout(deadlineMs), lostSince: null }
    const there = await calendar.listIds(call)
    if (work === 'leave') return listComingOf(db, doctorId, there, now)
    return [...(await listComingEntries(db, doctorId, now)), ...(await listStrays(db, doctorId, there))]
  })
}

/** Makes a doctor's own calendar say of these visits what it should. Refuses `not_connected` and `calendar_failed`. */
export async function alignCalendar(
  db: Db,
  { doctorId, work, ids }: { doctorId: string; work: Work; ids: readonly string[] },
  durations: Durations,
) {
  return withCalendar(db, doctorId, async (calendar) => {
    const outcome = { ...none }
    for (const appointmentId of ids) {
      const became = await alignVisit(db, calendar, { doctorId, appointmentId, work }, durations)
      outcome[became]++
    }
    return outcome
  })
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
