'use server'

import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import type { FormAnswer } from '@/lib/web/form-answer'
import { doctorAct, reasonedVisitForm } from './doctor-act'

/** The signed-in doctor cancels one of their own visits, with a reason if they write one. */
export async function cancelAsDoctorAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return doctorAct('cancelAsDoctor', reasonedVisitForm, data, cancelAppointment)
}
