'use server'

import { recordNoShow } from '@/lib/commands/visit/record-attendance'
import type { FormAnswer } from '@/lib/web/form-answer'
import { doctorAct, visitForm } from './doctor-act'

/** The signed-in doctor notes that the patient did not come to one of their own visits. */
export async function recordNoShowAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return doctorAct('recordNoShow', visitForm, data, recordNoShow)
}
