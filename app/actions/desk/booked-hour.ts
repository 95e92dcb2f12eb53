import { instantAt, readClock, readDay } from '@/lib/domain/schedule/wall-clock'
import { text } from '@/lib/web/fields'
import type { FormRefusal } from '@/lib/web/form-answer'

/** An hour that the page offers (ISO instant), or `other` with a day and a time of the clinic's wall clock. */
export const hourFields = {
  slot: text({ limit: 'line' }),
  day: text({ limit: 'day' }),
  clock: text({ limit: 'clock' }),
}

type Written = { slot: string; day: string; clock: string }
type Hour = { ok: true; startsAt: string } | { ok: false; refusal: FormRefusal }

/** Returns when a visit is to begin (ISO instant), or beside which field it is wrong. */
export function readHour({ slot, day, clock }: Written, timeZone: string): Hour {
  if (slot !== 'other') {
    const at = Date.parse(slot)
    return Number.isNaN(at) ? refused('slot', 'hour_missing') : { ok: true, startsAt: new Date(at).toISOString() }
  }
  if (!day) return refused('day', 'day_missing')
  const [readOn, readAt] = [readDay(day), readClock(clock)]
  if (!readOn) return refused('day', 'day_unknown')
  if (!readAt) return refused('clock', 'clock_unknown')
  const instant = instantAt(readOn, readAt, timeZone, 'earlier')
  return instant.ok ? { ok: true, startsAt: instant.value } : refused('clock', instant.refused)
}

function refused(
  field: string,
  name: 'hour_missing' | 'day_missing' | 'day_unknown' | 'clock_unknown' | 'hour_skipped',
): Hour {
  return { ok: false, refusal: { field, name } }
}
