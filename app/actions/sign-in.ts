'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { countSignInTry } from '@/lib/commands/count-sign-in-try'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { signIn } from '@/lib/session'

const form = z.object({
  email: z.string('email_missing').trim().min(1, 'email_missing').pipe(z.email('email_invalid')),
  password: z.string('password_missing').min(1, 'password_missing').max(200, 'wrong_credentials'),
})

/** Doctors and staff come in; each lands on the page of their work. */
export async function signInAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return formAction(form, data, async ({ email, password }) => {
    const counted = await countSignInTry(db(), email, new Date().toISOString())
    const result = counted.ok ? await signIn(email, password) : counted
    if (!result.ok) return [{ field: 'password', name: result.refused }]
    redirect(result.value.role === 'doctor' ? '/calendar' : '/sagas')
  })
}
