'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { saveVisitType } from '@/lib/commands/save-visit-type'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { findDoctorBySlug } from '@/lib/queries/doctors'
import { requireRole } from '@/lib/session'

const text = z.string().max(200, 'type_name_too_long').default('')
const form = z.object({
  doctor: z.string().max(100, 'doctor_unknown'),
  id: z.uuid('request_invalid'),
  nameFr: text,
  nameEn: text,
  minutes: text,
  beforeMinutes: text,
  afterMinutes: text,
  autoConfirm: z.enum(['yes', 'no'], 'request_invalid').transform((answer) => answer === 'yes'),
})

/** The admin adds what a doctor can be visited for, or changes it. */
export async function saveVisitTypeAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await requireRole('admin')
  return formAction(form, data, async ({ doctor: slug, id, ...written }) => {
    const doctor = await findDoctorBySlug(db(), slug)
    if (!doctor) notFound()
    const result = await saveVisitType(db(), { id, doctorId: doctor.id, written })
    if (!result.ok) return result.data ?? [{ field: null, name: result.refused }]
    revalidatePath(`/clinic/people/${slug}`)
    return []
  })
}
