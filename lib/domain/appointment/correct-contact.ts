import type { Channel } from '@/lib/domain/messages/channels'
import { minuteMs, msBetween } from '@/lib/domain/time'
import { accept, refuse } from '@/lib/result'
import { type Appointment, isLive } from './appointment'
import type { AppointmentEvent } from './events'
import { type Actor, mayReach } from './may'
import { hasBegun } from './notice'

/** How often a visit's page takes another address: nobody is to mail strangers through it. */
export const correctionsMax = 5

/** How long the same address is given before it is written to once more. */
export const sayAgainAfterMs = minuteMs

type CorrectContact = {
  by: Actor
  channel: Channel
  /** Whether it is another address than the one that is known. */
  isOther: boolean
  /** When this was last asked for (ISO instant); null when it never was. */
  saidAt: string | null
  now: string
}

/**
 * Decides that a patient is told again, at another address of theirs or at the same. Refuses another's visit as if it did
 * not exist, one that has ended or begun, the sixth time, and the same address within a minute (`said_just_now`).
 */
export function correctContact(appointment: Appointment, { by, channel, isOther, saidAt, now }: CorrectContact) {
  if (appointment.state === 'absent' || !mayReach('correct_contact', appointment, by))
    return refuse('appointment_unknown')
  if (!isLive(appointment)) return refuse('appointment_ended')
  if (hasBegun(appointment, now)) return refuse('appointment_begun')
  if (appointment.corrections >= correctionsMax) return refuse('too_many_corrections')
  if (!isOther && saidAt !== null && msBetween(saidAt, now) < sayAgainAfterMs) return refuse('said_just_now')
  const data = { appointmentId: appointment.id, by: by.role, channel }
  return accept<AppointmentEvent[]>([{ type: 'ContactCorrected', data }])
}

/** Returns when a patient last asked to be told again (ISO instant), given their visit's stream; null when they never did. */
export function lastCorrectionOf(stream: readonly { event: AppointmentEvent; at: string }[]): string | null {
  return stream.findLast(({ event }) => event.type === 'ContactCorrected')?.at ?? null
}
