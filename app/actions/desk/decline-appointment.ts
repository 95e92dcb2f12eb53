'use server'

import { declineAppointment } from '@/lib/commands/visit/decline-appointment'
import type { FormAnswer } from '@/lib/web/form-answer'
import { reasonedVisitForm, visitAct } from './visit-act'

/** A doctor says no to one of their own requests, the desk to any; with a reason if they write one. */
export async function declineAppointmentAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return visitAct('declineAppointment', reasonedVisitForm, data, declineAppointment)
}
