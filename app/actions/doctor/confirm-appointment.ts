'use server'

import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import type { FormAnswer } from '@/lib/web/form-answer'
import { doctorAct, visitForm } from './doctor-act'

/** The signed-in doctor confirms one of their own requests. */
export async function confirmAppointmentAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return doctorAct('confirmAppointment', visitForm, data, (db, { by, ...request }, now) =>
    confirmAppointment(db, { ...request, doctorId: by.id }, now),
  )
}
