'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { countSignInTry } from '@/lib/commands/people/count-sign-in-try'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { changeOwnPassword } from '@/lib/web/auth'
import { form, password } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { chosenPassword } from '../chosen-password'
import { mayPress } from '../may-press'

const passwords = form({
  current: password('password', 'password_missing', 'current_password_wrong'),
  password: chosenPassword(),
})

/** Somebody of the clinic gives themselves another password. Tries are counted as those to sign in are. */
export async function changeOwnPasswordAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user } = await mayPress('changeOwnPassword')
  const answer = await formAction(passwords, data, async ({ current, password }) => {
    const counted = await countSignInTry(db(), `own:${user.id}`, isoNow())
    const result = counted.ok ? await changeOwnPassword(user.id, current, password) : counted
    if (!result.ok) return [refusedAt('current', result)]
    // What is shown next is shown to the new session: this one is over.
    redirect('/account?changed=yes' as Route)
  })
  return { ...answer, values: { ...answer.values, current: '' } }
}
