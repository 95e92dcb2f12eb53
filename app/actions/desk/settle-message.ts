'use server'

import { revalidatePath } from 'next/cache'
import { settleMessage } from '@/lib/commands/saga/settle-message'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { filledIn, form } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const message = form({ key: filledIn(300, 'message_unknown') })

/** Somebody of the clinic has called whom a message did not reach. */
export async function settleMessageAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user } = await mayPress('settleMessage')
  return formAction(message, data, async ({ key }) => {
    const result = await settleMessage(db(), { key, by: user.id }, isoNow())
    revalidatePath('/sagas')
    return result.ok ? [] : [refusedAt(null, result)]
  })
}
