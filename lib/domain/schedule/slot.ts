import type { Span } from '@/lib/domain/intervals'
import { laterBy, minuteMs } from '@/lib/domain/time'
import type { VisitLength } from './doctor-schedule'

/** One visit's interval of one doctor's time; instants are ISO strings with offset Z. */
export type Slot = Span & { doctorId: string }

/**
 * Returns what a visit takes of its doctor's time: its hour, and the minutes before and after that nobody else gets.
 */
export function withBuffers(hour: Span, length: Omit<VisitLength, 'minutes'>): Span {
  return {
    startsAt: laterBy(hour.startsAt, -length.beforeMinutes * minuteMs),
    endsAt: laterBy(hour.endsAt, length.afterMinutes * minuteMs),
  }
}
