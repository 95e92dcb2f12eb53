'use server'

import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import type { FormAnswer } from '@/lib/web/form-answer'
import { reasonedVisitForm, visitAct } from './visit-act'

/** A doctor cancels one of their own visits, the desk any; with a reason if they write one. */
export async function cancelAppointmentAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return visitAct('cancelAppointment', reasonedVisitForm, data, cancelAppointment)
}
