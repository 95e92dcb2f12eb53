'use server'

import { revalidatePath } from 'next/cache'
import { endOtherSessions } from '@/lib/web/auth'
import { form } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

/** Somebody of the clinic signs out of every browser but this one. */
export async function endOtherSessionsAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('endOtherSessions')
  return formAction(form({}), data, async () => {
    await endOtherSessions()
    revalidatePath('/account')
    return []
  })
}
