import { type Effects, tell } from '@/inngest/effects'

/** A reminder that fell due. It is dropped once the visit has begun, was moved, or is no longer confirmed. */
export const appointmentReminder: Effects<'appointment-reminder'> = tell('reminder')
