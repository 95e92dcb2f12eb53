'use server'

import { revalidatePath } from 'next/cache'
import { setClinic } from '@/lib/commands/clinic/set-clinic'
import { db } from '@/lib/db/client'
import { checked, choice, form, read, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { clinicFacts } from '../clinic-facts'
import { mayPress } from '../may-press'

const notice = { from: 0, to: 720 }
const facts = form({
  ...clinicFacts,
  noticeHours: read(
    checked(text({ limit: 'number' }), (typed) => /^\d{1,3}$/.test(typed) && Number(typed) <= notice.to, {
      name: 'notice_out_of_range',
      data: notice,
    }),
    Number,
  ),
  messagesOnExhausted: choice(['compensate', 'attention']),
})

/** The admin changes what the clinic says of itself, and how it deals with late changes and refused messages. */
export async function setClinicAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('setClinic')
  return formAction(facts, data, async (clinic) => {
    await setClinic(db(), clinic)
    revalidatePath('/', 'layout')
    return []
  })
}
