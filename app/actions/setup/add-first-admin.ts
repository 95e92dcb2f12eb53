'use server'

import { redirect } from 'next/navigation'
import { addFirstAdmin } from '@/lib/commands/opening/set-up-clinic'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { stepPath } from '@/lib/views/set-up-path'
import { signIn } from '@/lib/web/auth'
import { email, form, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { hashedPassword } from '@/lib/web/passwords'
import { setUpSecret } from '@/lib/web/set-up/set-up'
import { chosenPassword } from '../chosen-password'
import { mayPress } from '../may-press'

const account = form({
  name: text({ limit: 'personName', missing: 'name_missing', tooLong: 'name_too_long' }),
  email: email(),
  password: chosenPassword(),
})

/** The second step: who runs the clinic, with a password of their own; they are signed in with it. */
export async function addFirstAdminAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('addFirstAdmin', await setUpSecret(undefined))
  return formAction(account, data, async ({ password, ...admin }) => {
    const passwordHash = await hashedPassword(password)
    const result = await addFirstAdmin(db(), { ...admin, passwordHash }, isoNow())
    if (!result.ok) return [refusedAt('email', result)]
    await signIn(admin.email, password)
    redirect(stepPath('doctor'))
  })
}
