'use server'

import { revalidatePath } from 'next/cache'
import { addAccount } from '@/lib/commands/people/add-account'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { choice, email, form, id, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { makePassword } from '@/lib/web/passwords'
import { mayPress } from '../may-press'

const account = form({
  requestId: id(),
  staffName: text({ limit: 'personName', missing: 'name_missing', tooLong: 'name_too_long' }),
  staffEmail: email(),
  role: choice(['staff', 'admin'], 'choose_one'),
})

/** The admin gives somebody an account; its password is shown once, with the answer. */
export async function addAccountAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('addAccount')
  const { password, hash: passwordHash } = await makePassword()
  return formAction(account, data, async ({ requestId, staffName: name, staffEmail: email, role }) => {
    const result = await addAccount(db(), { requestId, name, email, role, passwordHash }, isoNow())
    revalidatePath('/clinic/people')
    return result.ok ? { shown: { given: password } } : [refusedAt('staffEmail', result)]
  })
}
