'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { registerPatient } from '@/lib/commands/patient/register-patient'
import { db } from '@/lib/db/client'
import { sexes } from '@/lib/domain/patient/patient-facts'
import { isoNow } from '@/lib/iso-now'
import { choice, emailIfAny, form, id, read, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { birthDate } from '../../birth-date-field'
import { mayPress } from '../../may-press'
import { phone } from '../../phone-field'

const orNull = (typed: string) => typed || null
const name = (missing: 'birth_name_missing' | 'first_names_missing') =>
  text({ limit: 'personName', missing, tooLong: 'name_too_long' })
const person = form({
  requestId: id(),
  birthName: name('birth_name_missing'),
  usedName: read(text({ limit: 'personName', tooLong: 'name_too_long' }), orNull),
  firstNames: name('first_names_missing'),
  sex: read(choice([...sexes, 'unknown']), (typed) => (typed === 'unknown' ? null : typed)),
  birthDate: birthDate(),
  birthPlace: read(text({ limit: 'line' }), orNull),
  email: emailIfAny(),
  phone: phone(),
  language: choice(['fr', 'en'], 'choose_one'),
  notes: read(text({ limit: 'words' }), orNull),
})

/** The desk registers somebody, and is led to their card. */
export async function registerPatientAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user } = await mayPress('registerPatient')
  return formAction(person, data, async ({ requestId, phone: left, ...facts }) => {
    const known = { ...facts, phone: left?.number ?? null }
    const { value } = await registerPatient(db(), { requestId, by: user.id, facts: known }, isoNow())
    redirect(`/patients/${value.patientId}` as Route)
  })
}
