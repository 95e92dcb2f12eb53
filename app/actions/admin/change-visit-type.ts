'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { changeVisitType, visitTypeChanges } from '@/lib/commands/clinic/change-visit-type'
import { db } from '@/lib/db/client'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { choice, filledIn, form, id } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const visitType = form({ doctor: filledIn(100, 'doctor_unknown'), id: id(), change: choice(visitTypeChanges) })

/** The admin offers a visit type or no longer does, moves it, or removes one that nobody booked. */
export async function changeVisitTypeAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('changeVisitType')
  return formAction(visitType, data, async ({ doctor: slug, id, change }) => {
    const doctor = await findDoctorBySlug(db(), slug)
    if (!doctor) notFound()
    const result = await changeVisitType(db(), { id, doctorId: doctor.id, change })
    revalidatePath(`/clinic/people/${slug}`)
    return result.ok ? [] : [refusedAt(null, result)]
  })
}
