'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { startAlignment } from '@/lib/commands/calendar/start-alignment'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { env } from '@/lib/settings/env'
import { choice, filledIn, form, id } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { mayPress } from '../may-press'

const alignment = form({ requestId: id(), doctor: filledIn(200), work: choice(['compare', 'leave']) })

/**
 * Compares coming visits with a doctor's own calendar and puts it right; or takes them out of it, and in the end
 * disconnects it. It goes on when the page is closed.
 */
export async function alignCalendarAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user, doctor: own } = await mayPress(data.get('work') === 'leave' ? 'emptyCalendar' : 'alignCalendar')
  return formAction(alignment, data, async ({ requestId, doctor, work }) => {
    const { id: doctorId } = await requireNamedDoctor(own, doctor)
    const timing = { deadlineMs: env().STEP_DEADLINE_MS, lateMs: env().LATE_CALL_MS, now: isoNow }
    const started = await startAlignment(db(), { requestId, doctorId, work, by: user.id }, timing)
    revalidatePath('/own-calendar')
    if (!started.ok) return [refusedAt(null, started)]
    after(relayNow)
    return []
  })
}
