'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import {
  callIn,
  completeVisit,
  recordArrival,
  recordNoShow,
  revertAttendance,
} from '@/lib/commands/visit/record-attendance'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { actorOf } from '@/lib/web/actor'
import { choice, form, id, optional } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const attendance = form({
  requestId: id(),
  appointmentId: id('appointment_unknown'),
  fact: choice(['arrived', 'called_in', 'completed', 'no_show']),
  /** There when the fact is taken back. */
  takeBack: optional(choice(['on'])),
})

const commands = { arrived: recordArrival, called_in: callIn, completed: completeVisit, no_show: recordNoShow }

/** A doctor on their own visits, staff on any: who came, who was called in, who was seen, who did not come; or that this was a mistake. */
export async function recordAttendanceAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const by = actorOf(await mayPress('recordAttendance'))
  return formAction(attendance, data, async ({ fact, takeBack, ...request }) => {
    const now = isoNow()
    const result = takeBack
      ? await revertAttendance(db(), { ...request, by, of: fact }, now)
      : await commands[fact](db(), { ...request, by }, now)
    if (!result.ok) return [refusedAt(null, result)]
    after(relayNow)
    revalidatePath('/day')
    revalidatePath('/calendar')
    return []
  })
}
