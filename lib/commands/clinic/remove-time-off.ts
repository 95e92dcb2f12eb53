import { changeRun } from '@/lib/commands/run/change-run'
import type { Db } from '@/lib/db/client'
import { announce } from '@/lib/event-store/announce'
import { accept, refuse } from '@/lib/result'

/** `by`: who removes it, an account's id. */
type RemoveTimeOff = { id: string; doctorId: string; by: string }

/**
 * A doctor receives after all; where its visits were being called off, the rest are not. Returns what was removed, so that it can be put back. Refuses `time_off_unknown` for
 * one that is gone, or another doctor's.
 */
export async function removeTimeOff(db: Db, { id, doctorId, by }: RemoveTimeOff, now: string) {
  await changeRun(db, { runId: id, change: 'stop', by, doctorId }, now)
  const [removed] = await db.$queryRaw<{ startsAt: Date; endsAt: Date; word: string }[]>`
    delete from time_off where id = ${id}::uuid and doctor_id = ${doctorId}::uuid
    returning starts_at as "startsAt", ends_at as "endsAt", word`
  if (!removed) return refuse('time_off_unknown')
  announce(db, [{ of: 'hours', doctor: doctorId }])
  return accept({
    id,
    startsAt: removed.startsAt.toISOString(),
    endsAt: removed.endsAt.toISOString(),
    word: removed.word,
  })
}
