'use server'

import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { editPatient } from '@/lib/commands/patient/edit-patient'
import { db } from '@/lib/db/client'
import { findRootOf } from '@/lib/queries/people/patient-cards'
import { choice, emailIfAny, form, id, read, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { birthDate } from '../../birth-date-field'
import { mayPress } from '../../may-press'
import { phone } from '../../phone-field'

const known = form({
  patientId: id('patient_unknown'),
  email: emailIfAny(),
  phone: phone(),
  birthDate: birthDate(),
  language: choice(['fr', 'en'], 'choose_one'),
  notes: read(text({ limit: 'words' }), (typed) => typed || null),
})

/** The desk keeps how somebody is reached, and what to know of them. */
export async function editPatientAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('editPatient')
  return formAction(known, data, async ({ patientId, phone: left, ...facts }) => {
    if ((await findRootOf(db(), patientId)) !== patientId) notFound()
    await editPatient(db(), { patientId, phone: left?.number ?? null, ...facts })
    redirect(`/patients/${patientId}` as Route)
  })
}
