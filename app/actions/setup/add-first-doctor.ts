'use server'

import { revalidatePath } from 'next/cache'
import { addFirstDoctor } from '@/lib/commands/opening/set-up-clinic'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { form } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { makePassword } from '@/lib/web/passwords'
import { setUpSecret } from '@/lib/web/set-up/set-up'
import { doctorFacts } from '../doctor-facts'
import { mayPress } from '../may-press'

const account = form(doctorFacts)

/** The third step: the first doctor; the password of their account is shown once, with the answer. */
export async function addFirstDoctorAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('addFirstDoctor', await setUpSecret(undefined))
  const { password, hash: passwordHash } = await makePassword()
  return formAction(account, data, async (doctor) => {
    const result = await addFirstDoctor(db(), { ...doctor, passwordHash }, isoNow())
    if (!result.ok) return [refusedAt(result.refused === 'email_taken' ? 'email' : 'name', result)]
    revalidatePath('/setup', 'layout')
    return { shown: { given: password } }
  })
}
