import { dayMs, minuteMs, secondMs } from '@/lib/domain/time'
import { duration } from '../duration'

/** Returns how long something stands already, as exactly as it matters: `4 s`, `38 min`, `1 h 11 min`, `3 d`. */
export function age(ms: number, locale: string): string {
  const grain = ms < minuteMs ? secondMs : ms < dayMs ? minuteMs : dayMs
  return duration(Math.max(secondMs, Math.floor(ms / grain) * grain), locale).replace(/ 0(?=\d)/, ' ')
}
