import { Temporal } from 'temporal-polyfill'
import { accept, refuse } from '@/lib/result'

/**
 * Returns a time of the wall clock as people write it (`8:30`, `8h30`, `0830`, `8`) as `HH:MM`; undefined when it is
 * none.
 */
export function readClock(text: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:h.]?(\d{2})|h)?$/i.exec(text.replaceAll(/\s/g, '')) ?? []
  const clock = `${hour.padStart(2, '0')}:${minute}`
  const isShown = hour !== '' && Number(hour) < 24 && Number(minute) < 60
  return isShown || clock === '24:00' ? clock : undefined
}

/** Returns an ISO day as a date field sends it; undefined when the calendar has no such day. */
export function readDay(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/**
 * The instant at which the wall clock shows `HH:MM` on an ISO day; `24:00` is the next midnight. Of an hour that
 * comes twice `which` one is meant. Refuses `hour_skipped` for one that daylight saving skips.
 */
export function instantAt(day: string, clock: string, timeZone: string, which: 'earlier' | 'later') {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const date = Temporal.PlainDate.from(day).add({ days: hour === 24 ? 1 : 0 })
  const wanted = date.toPlainDateTime({ hour: hour % 24, minute })
  const shown = wanted.toZonedDateTime(timeZone, { disambiguation: which })
  if (!shown.toPlainDateTime().equals(wanted)) return refuse('hour_skipped')
  return accept(new Date(shown.epochMilliseconds).toISOString())
}
