import type { Effects } from '@/inngest/effects'
import type { SagaType } from '@/lib/domain/saga/plans'
import { appointmentCancelled } from './appointment-cancelled'
import { appointmentConfirmed } from './appointment-confirmed'
import { appointmentContactCorrected } from './appointment-contact-corrected'
import { appointmentCreated } from './appointment-created'
import { appointmentDeclined } from './appointment-declined'
import { appointmentNoShow } from './appointment-no-show'
import { appointmentReminder } from './appointment-reminder'
import { appointmentRescheduled } from './appointment-rescheduled'

/** Every saga Carnet carries. A new one is its plan, its effects and a line here. */
export const sagas: { [Type in SagaType]: Effects<Type> } = {
  'appointment-created': appointmentCreated,
  'appointment-confirmed': appointmentConfirmed,
  'appointment-rescheduled': appointmentRescheduled,
  'appointment-cancelled': appointmentCancelled,
  'appointment-declined': appointmentDeclined,
  'appointment-reminder': appointmentReminder,
  'appointment-no-show': appointmentNoShow,
  'appointment-contact-corrected': appointmentContactCorrected,
}
