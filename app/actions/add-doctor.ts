'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { addDoctor } from '@/lib/commands/add-doctor'
import { db } from '@/lib/db/client'
import { specialties } from '@/lib/domain/people/specialties'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { makePassword, requireRole } from '@/lib/session'

const form = z.object({
  requestId: z.uuid('request_invalid'),
  name: z.string().trim().min(1, 'holiday_name_missing').max(120, 'name_too_long'),
  email: z.string().trim().min(1, 'email_missing').max(200, 'email_too_long').pipe(z.email('email_invalid')),
  form: z.enum(['Dre', 'Dr'], 'choose_one'),
  specialty: z.enum(specialties, 'choose_one'),
  language: z.enum(['fr', 'en'], 'choose_one'),
})

/** The admin adds a doctor; the password of their account is shown once, with the answer. */
export async function addDoctorAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await requireRole('admin')
  const { password, hash: passwordHash } = await makePassword()
  const answer = await formAction(form, data, async (doctor) => {
    const result = await addDoctor(db(), { ...doctor, passwordHash })
    revalidatePath('/clinic/people')
    if (result.ok) return []
    return [{ field: result.refused === 'email_taken' ? 'email' : 'name', name: result.refused }]
  })
  const isAdded = answer.refusals.length === 0 && answer.fault === undefined
  return isAdded ? { ...answer, values: { ...answer.values, given: password } } : answer
}
