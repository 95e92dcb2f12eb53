'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { setPassword, setRole } from '@/lib/commands/change-account'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { makePassword, requireRole } from '@/lib/session'

const form = z.object({
  userId: z.string().min(1).max(100, 'account_unknown'),
  change: z.enum(['password', 'staff', 'admin'], 'request_invalid'),
})

/** The admin gives an account another role, or another password, which is shown once with the answer. */
export async function changeAccountAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const user = await requireRole('admin')
  const { password, hash: passwordHash } = await makePassword()
  const answer = await formAction(form, data, async ({ userId, change }) => {
    const result =
      change === 'password'
        ? await setPassword(db(), { userId, passwordHash, by: user.id })
        : await setRole(db(), { userId, role: change, by: user.id })
    revalidatePath('/clinic/people')
    return result.ok ? [] : [{ field: null, name: result.refused }]
  })
  const isGiven = answer.values.change === 'password' && answer.refusals.length === 0 && answer.fault === undefined
  return isGiven ? { ...answer, values: { ...answer.values, given: password } } : answer
}
