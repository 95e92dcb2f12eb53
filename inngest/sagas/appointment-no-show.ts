import { type Effects, mail, text } from '@/inngest/effects'

/** The patient did not come: a word, and the way to another visit. */
export const appointmentNoShow: Effects<'appointment-no-show'> = {
  'email-patient-no-show': mail('no_show'),

  'text-no-show': text('no_show'),
}
