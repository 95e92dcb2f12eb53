'use server'

import { revalidatePath } from 'next/cache'
import { addTimeOff } from '@/lib/commands/clinic/add-time-off'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { filledIn, form, id, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { visitsNamedTo } from '@/lib/web/visit-link'
import { mayPress } from '../may-press'

const timeOff = form({
  requestId: id(),
  seen: filledIn(40_000),
  fromDay: text({ limit: 'day' }),
  fromHour: text({ limit: 'clock' }),
  untilDay: text({ limit: 'day' }),
  untilHour: text({ limit: 'clock' }),
  word: text({ limit: 'shortName' }),
})

/** A doctor is away, from an hour to an hour or for whole days. */
export async function addTimeOffAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user, doctor: own } = await mayPress('addTimeOff')
  const doctor = await requireNamedDoctor(own, String(data.get('doctor')))
  return formAction(timeOff, data, async ({ requestId, seen, word, ...written }) => {
    const request = { requestId, doctorId: doctor.id, written, word, seen: seen.split(',') }
    const result = await addTimeOff(db(), request, isoNow())
    revalidatePath('/hours')
    revalidatePath('/day', 'layout')
    if (result.ok) return []
    if (result.refused === 'time_off_invalid') return [...result.data]
    const visits = visitsNamedTo(user.role, result.data.visits)
    return [{ field: null, name: 'visits_displaced', data: { visits } }]
  })
}
