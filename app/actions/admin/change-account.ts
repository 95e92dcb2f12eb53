'use server'

import { revalidatePath } from 'next/cache'
import { setPassword, setRole } from '@/lib/commands/people/change-account'
import { db } from '@/lib/db/client'
import { choice, filledIn, form } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { makePassword } from '@/lib/web/passwords'
import { mayPress } from '../may-press'

const account = form({
  userId: filledIn(100, 'account_unknown'),
  change: choice(['password', 'staff', 'admin']),
})

/** The admin gives an account another role, or another password, which is shown once with the answer. */
export async function changeAccountAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user } = await mayPress('changeAccount')
  const { password, hash: passwordHash } = await makePassword()
  return formAction(account, data, async ({ userId, change }) => {
    const result =
      change === 'password'
        ? await setPassword(db(), { userId, passwordHash, by: user.id })
        : await setRole(db(), { userId, role: change, by: user.id })
    revalidatePath('/clinic/people')
    if (!result.ok) return [refusedAt(null, result)]
    return change === 'password' ? { shown: { given: password } } : []
  })
}
