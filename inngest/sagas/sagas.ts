import type { Effects } from '@/inngest/effects'
import type { SagaType } from '@/lib/domain/saga/plans'
import { appointmentConfirmed } from './appointment-confirmed'
import { appointmentCreated } from './appointment-created'

/** Every saga Carnet carries. A new one is its plan, its effects and a line here. */
export const sagas: { [Type in SagaType]: Effects<Type> } = {
  'appointment-created': appointmentCreated,
  'appointment-confirmed': appointmentConfirmed,
}
