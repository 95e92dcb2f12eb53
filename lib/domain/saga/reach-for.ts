import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { type Reach, reachedBy } from '@/lib/domain/messages/channels'

/** Returns the channels that the saga of this event tells a patient by, out of those that reach them. */
export function reachFor(event: AppointmentEvent, reach: Reach): Reach {
  return event.type === 'ContactCorrected' ? reachedBy(event.data.channel) : reach
}
