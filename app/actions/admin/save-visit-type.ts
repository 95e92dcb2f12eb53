'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { saveVisitType } from '@/lib/commands/clinic/save-visit-type'
import { db } from '@/lib/db/client'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { choice, filledIn, form, id, read, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const name = text({ limit: 'shortName', tooLong: 'name_too_long' })
const number = text({ limit: 'number' })
const visitType = form({
  doctor: filledIn(100, 'doctor_unknown'),
  id: id(),
  nameFr: name,
  nameEn: name,
  minutes: number,
  beforeMinutes: number,
  afterMinutes: number,
  instructionsFr: text({ limit: 'words' }),
  instructionsEn: text({ limit: 'words' }),
  autoConfirm: read(choice(['yes', 'no']), (answer) => answer === 'yes'),
})

/** The admin adds what a doctor can be visited for, or changes it. */
export async function saveVisitTypeAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('saveVisitType')
  return formAction(visitType, data, async ({ doctor: slug, id, ...written }) => {
    const doctor = await findDoctorBySlug(db(), slug)
    if (!doctor) notFound()
    const result = await saveVisitType(db(), { id, doctorId: doctor.id, written })
    if (!result.ok) return result.refused === 'visit_type_invalid' ? [...result.data] : [refusedAt(null, result)]
    revalidatePath(`/clinic/people/${slug}`)
    return []
  })
}
