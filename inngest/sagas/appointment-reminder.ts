import { type Effects, mail, text } from '@/inngest/effects'

/** A reminder that fell due. It is dropped once the visit has begun, was moved, or is no longer confirmed. */
export const appointmentReminder: Effects<'appointment-reminder'> = {
  'email-reminder': mail('reminder'),

  'text-reminder': text('reminder'),
}
