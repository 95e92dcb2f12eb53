'use server'

import { revalidatePath } from 'next/cache'
import { addDoctor } from '@/lib/commands/people/add-doctor'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { form, id } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { makePassword } from '@/lib/web/passwords'
import { doctorFacts } from '../doctor-facts'
import { mayPress } from '../may-press'

const account = form({ requestId: id(), ...doctorFacts })

/** The admin adds a doctor; the password of their account is shown once, with the answer. */
export async function addDoctorAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('addDoctor')
  const { password, hash: passwordHash } = await makePassword()
  return formAction(account, data, async (doctor) => {
    const result = await addDoctor(db(), { ...doctor, passwordHash }, isoNow())
    revalidatePath('/clinic/people')
    if (result.ok) return { shown: { given: password } }
    return [refusedAt(result.refused === 'email_taken' ? 'email' : 'name', result)]
  })
}
