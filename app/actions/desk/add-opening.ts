'use server'

import { revalidatePath } from 'next/cache'
import { addOpening } from '@/lib/commands/clinic/add-opening'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { form, id, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { mayPress } from '../may-press'

const opening = form({
  requestId: id(),
  day: text({ limit: 'day' }),
  opens: text({ limit: 'clock' }),
  closes: text({ limit: 'clock' }),
})

/** A doctor receives for some time more on one day. */
export async function addOpeningAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { doctor: own } = await mayPress('addOpening')
  const doctor = await requireNamedDoctor(own, String(data.get('doctor')))
  return formAction(opening, data, async ({ requestId, ...written }) => {
    const result = await addOpening(db(), { requestId, doctorId: doctor.id, written }, isoNow())
    revalidatePath('/day', 'layout')
    return result.ok ? [] : [...result.data]
  })
}
