'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { addAccount } from '@/lib/commands/add-account'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { makePassword, requireRole } from '@/lib/session'

const form = z.object({
  requestId: z.uuid('request_invalid'),
  staffName: z.string().trim().min(1, 'holiday_name_missing').max(120, 'name_too_long'),
  staffEmail: z.string().trim().min(1, 'email_missing').max(200, 'email_too_long').pipe(z.email('email_invalid')),
  role: z.enum(['staff', 'admin'], 'choose_one'),
})

/** The admin gives somebody an account; its password is shown once, with the answer. */
export async function addAccountAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await requireRole('admin')
  const { password, hash: passwordHash } = await makePassword()
  const answer = await formAction(form, data, async ({ requestId, staffName: name, staffEmail: email, role }) => {
    const result = await addAccount(db(), { requestId, name, email, role, passwordHash })
    revalidatePath('/clinic/people')
    return result.ok ? [] : [{ field: 'staffEmail', name: result.refused }]
  })
  const isAdded = answer.refusals.length === 0 && answer.fault === undefined
  return isAdded ? { ...answer, values: { ...answer.values, given: password } } : answer
}
