import { z } from 'zod'
import { open, seal } from '@/lib/db/sealed'
import { laterBy, minuteMs } from '@/lib/domain/time'

/** What a doctor typed and what was found, between the page that found several calendars and the one that is chosen. */
export type CalendarChoice = {
  doctorId: string
  username: string
  password: string
  calendars: { url: string; name: string }[]
}

const place = 'calendar_account.choice'
const minutes = 15
const schema = z.object({
  doctorId: z.string(),
  username: z.string(),
  password: z.string(),
  calendars: z.array(z.object({ url: z.string(), name: z.string() })),
  until: z.iso.datetime(),
})

/**
 * Returns the same as a text that only we can read, for the page to send back: so it need not be typed again, nor kept
 * here.
 */
export function sealChoice(choice: CalendarChoice, now: string): string {
  const until = laterBy(now, minutes * minuteMs)
  return Buffer.from(seal(JSON.stringify({ ...choice, until }), place)).toString('base64url')
}

/** Returns what was sealed for this doctor; undefined when it was not, was changed, or was too long ago. */
export function openChoice(sealed: string, doctorId: string, now: string): CalendarChoice | undefined {
  try {
    const choice = schema.parse(JSON.parse(open(Buffer.from(sealed, 'base64url'), place)))
    return choice.doctorId === doctorId && choice.until > now ? choice : undefined
  } catch {
    return undefined
  }
}
