'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { setClinic } from '@/lib/commands/set-clinic'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { requireRole } from '@/lib/session'

const line = (missing: string) => z.string(missing).trim().min(1, missing).max(200, 'line_too_long')
const form = z.object({
  name: line('clinic_name_missing'),
  address: line('address_missing'),
  phone: line('phone_missing').regex(/^\+?[\d .()-]{8,24}$/, 'phone_invalid'),
  noticeHours: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'notice_out_of_range')
    .transform(Number)
    .refine((hours) => hours <= 720, 'notice_out_of_range'),
  messagesOnExhausted: z.enum(['compensate', 'attention'], 'request_invalid'),
})

/** The admin changes what the clinic says of itself, and how it deals with late changes and refused messages. */
export async function setClinicAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await requireRole('admin')
  return formAction(form, data, async (facts) => {
    await setClinic(db(), facts)
    revalidatePath('/', 'layout')
    return []
  })
}
