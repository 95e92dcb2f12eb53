import { type Effects, tell } from '@/inngest/effects'

/** Another address of the patient: how the visit stands is said again there. It is dropped once the visit has ended. */
export const appointmentContactCorrected: Effects<'appointment-contact-corrected'> = tell('again')
