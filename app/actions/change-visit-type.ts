'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { changeVisitType, visitTypeChanges } from '@/lib/commands/change-visit-type'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { findDoctorBySlug } from '@/lib/queries/doctors'
import { requireRole } from '@/lib/session'

const form = z.object({
  doctor: z.string().max(100, 'doctor_unknown'),
  id: z.uuid('request_invalid'),
  change: z.enum(visitTypeChanges, 'request_invalid'),
})

/** The admin offers a visit type or no longer does, moves it, or removes one that nobody booked. */
export async function changeVisitTypeAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await requireRole('admin')
  return formAction(form, data, async ({ doctor: slug, id, change }) => {
    const doctor = await findDoctorBySlug(db(), slug)
    if (!doctor) notFound()
    const result = await changeVisitType(db(), { id, doctorId: doctor.id, change })
    revalidatePath(`/clinic/people/${slug}`)
    return result.ok ? [] : [{ field: null, name: result.refused }]
  })
}
