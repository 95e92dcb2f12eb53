import { type Effects, mail } from '@/inngest/effects'

/** The patient did not come: a word, and the way to another visit. */
export const appointmentNoShow: Effects<'appointment-no-show'> = {
  'email-patient-no-show': mail('no_show'),
}
