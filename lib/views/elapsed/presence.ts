import type { Standing } from '@/lib/domain/appointment/standing'
import { minuteMs } from '@/lib/domain/time'

/** Who is here and waits, or should be here and is not; in whole minutes. Long is what the desk should see. */
export type Presence = { kind: 'waits' | 'late'; minutes: number; isLong: boolean }

/** So long somebody may wait or be late before it is worth a colour. */
const longMinutes = 15
/** Nobody is called late who is only finding a chair. */
const lateMinutes = 5

type Visit = { standing: Standing; startsAt: string; endsAt: string; arrivedAt: string | null }

/**
 * Returns whether the patient of a visit waits at `nowMs` (milliseconds since 1970), or is late: not here though the visit
 * should have begun. Nothing of a visit whose time is long over, which nobody noted anything of.
 */
export function presenceAt({ standing, startsAt, endsAt, arrivedAt }: Visit, nowMs: number): Presence | null {
  const minutesSince = (instant: string) => Math.floor((nowMs - Date.parse(instant)) / minuteMs)
  if (standing === 'arrived' && arrivedAt) {
    // Pages count by whole minutes: who came in this one seems to come a moment from now.
    const minutes = Math.max(0, minutesSince(arrivedAt))
    return minutes >= 12 * 60 ? null : { kind: 'waits', minutes, isLong: minutes >= longMinutes }
  }
  if (standing !== 'confirmed' && standing !== 'attention') return null
  const minutes = minutesSince(startsAt)
  if (minutes < lateMinutes || minutesSince(endsAt) >= 60) return null
  return { kind: 'late', minutes, isLong: true }
}
