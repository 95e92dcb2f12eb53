'use server'

import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import type { FormAnswer } from '@/lib/web/form-answer'
import { visitAct, visitForm } from './visit-act'

/** A doctor confirms one of their own requests; the desk any. */
export async function confirmAppointmentAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return visitAct('confirmAppointment', visitForm, data, confirmAppointment)
}
