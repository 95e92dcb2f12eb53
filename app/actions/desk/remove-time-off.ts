'use server'

import { revalidatePath } from 'next/cache'
import { putBackTimeOff } from '@/lib/commands/clinic/add-time-off'
import { removeTimeOff } from '@/lib/commands/clinic/remove-time-off'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { choice, form, id, instant, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { mayPress } from '../may-press'

const timeOff = form({
  timeOffId: id(),
  intent: choice(['remove', 'put_back']),
  startsAt: instant(),
  endsAt: instant(),
  word: text({ limit: 'shortName' }),
})

/** A doctor receives after all; or, when that was a slip, is away again. */
export async function removeTimeOffAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user, doctor: own } = await mayPress('removeTimeOff')
  const doctor = await requireNamedDoctor(own, String(data.get('doctor')))
  return formAction(timeOff, data, async ({ timeOffId: id, intent, startsAt, endsAt, word }) => {
    if (endsAt <= startsAt) return [{ field: null, name: 'request_invalid' }]
    if (intent === 'put_back') await putBackTimeOff(db(), { id, doctorId: doctor.id, startsAt, endsAt, word })
    const result =
      intent === 'remove' ? await removeTimeOff(db(), { id, doctorId: doctor.id, by: user.id }, isoNow()) : undefined
    revalidatePath('/hours')
    revalidatePath('/day', 'layout')
    return result && !result.ok ? [refusedAt(null, result)] : []
  })
}
