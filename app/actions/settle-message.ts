'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { settleMessage } from '@/lib/commands/settle-message'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { requireRole } from '@/lib/session'

const form = z.object({ key: z.string().min(1, 'message_unknown').max(300, 'message_unknown') })

/** Somebody of the clinic has called whom a message did not reach. */
export async function settleMessageAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const user = await requireRole('admin', 'staff')
  return formAction(form, data, async ({ key }) => {
    const result = await settleMessage(db(), { key, by: user.id }, new Date().toISOString())
    revalidatePath('/sagas')
    return result.ok ? [] : [{ field: null, name: result.refused }]
  })
}
