'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { prepareVisit } from '@/lib/commands/prepare-visit'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { getSlot } from '@/lib/queries/visit-facts'
import { visitOf } from '@/lib/visit-link'

const day = z.iso.date().refine((text) => text >= '1900-01-01' && text <= new Date().toISOString().slice(0, 10))

const form = z.object({
  token: z.string(),
  birthDate: z
    .string()
    .trim()
    .refine((text) => text === '' || day.safeParse(text).success, 'birth_date_invalid')
    .transform((text) => text || null),
  reason: z
    .string()
    .trim()
    .max(500, 'words_too_long')
    .transform((text) => text || null),
})

/** A patient tells the doctor what helps to prepare. */
export async function prepareVisitAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return formAction(form, data, async ({ token, ...told }) => {
    const appointmentId = await visitOf(token)
    if (!appointmentId) return [{ field: null, name: 'appointment_unknown' }]
    const { patientId } = await getSlot(db(), appointmentId)
    await prepareVisit(db(), { appointmentId, patientId, ...told }, new Date().toISOString())
    revalidatePath(`/visits/${token}`)
    return []
  })
}
