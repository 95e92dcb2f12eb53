import { daysLater } from '@/lib/domain/schedule/clinic-days'
import type { Slot } from '@/lib/domain/schedule/slot'
import { isoDay } from '@/lib/views/wording'

/** A day of the clinic (ISO day) and its free hours. */
export type SlotDay = { day: string; slots: readonly Slot[] }

/** Seven days from an ISO day on, each with its hours. */
export function slotDays(slots: readonly Slot[], from: string, timeZone: string): SlotDay[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = daysLater(from, index)
    return { day, slots: slots.filter(({ startsAt }) => isoDay(startsAt, timeZone) === day) }
  })
}
