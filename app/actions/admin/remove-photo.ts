'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { removePhoto } from '@/lib/commands/people/set-photo'
import { db } from '@/lib/db/client'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { filledIn, form } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

/** The admin takes a doctor's photo away. */
export async function removePhotoAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('removePhoto')
  return formAction(form({ doctor: filledIn(100, 'doctor_unknown') }), data, async ({ doctor: slug }) => {
    const doctor = (await findDoctorBySlug(db(), slug)) ?? notFound()
    await removePhoto(db(), doctor.id)
    revalidatePath(`/clinic/people/${slug}/profile`)
    return []
  })
}
