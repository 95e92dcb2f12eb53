import { type Effects, tell } from '@/inngest/effects'

/** The patient did not come: a word, and the way to another visit. */
export const appointmentNoShow: Effects<'appointment-no-show'> = tell('no_show')
