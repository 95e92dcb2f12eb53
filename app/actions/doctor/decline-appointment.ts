'use server'

import { declineAppointment } from '@/lib/commands/visit/decline-appointment'
import type { FormAnswer } from '@/lib/web/form-answer'
import { doctorAct, reasonedVisitForm } from './doctor-act'

/** The signed-in doctor says no to one of their own requests, with a reason if they write one. */
export async function declineAppointmentAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return doctorAct('declineAppointment', reasonedVisitForm, data, declineAppointment)
}
