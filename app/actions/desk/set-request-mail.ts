'use server'

import { revalidatePath } from 'next/cache'
import { setRequestMail } from '@/lib/commands/people/set-request-mail'
import { db } from '@/lib/db/client'
import { requestMails } from '@/lib/domain/messages/digest'
import { choice, form } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { mayPress } from '../may-press'

const request = form({ wanted: choice(requestMails) })

/** How a doctor is mailed of requests: the signed-in one, or one whom the desk names. */
export async function setRequestMailAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { doctor: own } = await mayPress('setRequestMail')
  const doctor = await requireNamedDoctor(own, String(data.get('doctor')))
  return formAction(request, data, async ({ wanted }) => {
    await setRequestMail(db(), doctor.id, wanted)
    revalidatePath('/hours')
    return []
  })
}
