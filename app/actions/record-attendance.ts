'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { z } from 'zod'
import { relayNow } from '@/inngest/relay-now'
import { completeVisit } from '@/lib/commands/complete-visit'
import { recordArrival } from '@/lib/commands/record-arrival'
import { recordNoShow } from '@/lib/commands/record-no-show'
import { revertAttendance } from '@/lib/commands/revert-attendance'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { requireAttendant } from '@/lib/session'

const form = z.object({
  requestId: z.uuid('request_invalid'),
  appointmentId: z.uuid('appointment_unknown'),
  fact: z.enum(['arrived', 'completed', 'no_show'], 'request_invalid'),
  /** There when the fact is taken back. */
  takeBack: z.string().optional(),
})

const commands = { arrived: recordArrival, completed: completeVisit, no_show: recordNoShow }

/** A doctor on their own visits, staff on any: who came, who was seen, who did not come; or that this was a mistake. */
export async function recordAttendanceAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { by } = await requireAttendant()
  return formAction(form, data, async ({ fact, takeBack, ...request }) => {
    const now = new Date().toISOString()
    const result = takeBack
      ? await revertAttendance(db(), { ...request, by, of: fact }, now)
      : await commands[fact](db(), { ...request, by }, now)
    if (!result.ok) return [{ field: null, name: result.refused }]
    after(relayNow)
    revalidatePath('/day')
    return []
  })
}
