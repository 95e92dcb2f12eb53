'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import {
  alignAll,
  alignCalendar,
  finishAlignment,
  listAlignments,
  type Work,
} from '@/lib/commands/calendar/align-calendar'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { accept } from '@/lib/result'
import { env } from '@/lib/settings/env'
import { type AlignAnswer, refusedAt } from '@/lib/web/form-answer'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { mayPress } from '../may-press'

const work = z.enum(['compare', 'leave'])
const form = z.object({
  doctor: z.string(),
  work,
  /** The visits of this portion; without it, all that there is time for. */
  ids: z.array(z.uuid()).max(50).optional(),
  /** How many of the portions before it could not be put right. */
  failed: z.coerce.number().int().nonnegative().catch(0),
})

/** So long one request may work when a browser without JavaScript asks for everything. */
const patienceMs = 20_000

/** The visits to look at, for a browser that asks for them a portion at a time. */
export async function listAlignmentsAction(doctorSlug: string, wanted: Work) {
  const { doctor: own } = await mayPress(wanted === 'leave' ? 'emptyCalendar' : 'alignCalendar')
  const { id: doctorId } = await requireNamedDoctor(own, doctorSlug)
  const listed = await listAlignments(db(), doctorId, work.parse(wanted), isoNow(), timing())
  if (!listed.ok) revalidatePath('/own-calendar')
  return listed
}

/**
 * Compares visits with a doctor's own calendar and puts it right; or takes them out of it, and in the end disconnects
 * it.
 */
export async function alignCalendarAction(_: AlignAnswer, data: FormData): Promise<AlignAnswer> {
  const { doctor: own } = await mayPress(data.get('work') === 'leave' ? 'emptyCalendar' : 'alignCalendar')
  const ids = data.has('portion') ? data.getAll('id') : undefined
  const isLast = data.get('portion') !== 'more'
  const parsed = form.safeParse({ doctor: data.get('doctor'), work: data.get('work'), ids, failed: data.get('failed') })
  if (!parsed.success) return { outcome: null, left: 0, refusal: { field: null, name: 'request_invalid' } }
  const { doctor, work, failed } = parsed.data
  const { id: doctorId } = await requireNamedDoctor(own, doctor)
  const aligned = await (parsed.data.ids
    ? alignPortion({ doctorId, work, failed, ids: parsed.data.ids }, isLast)
    : alignAll(db(), doctorId, work, { ...timing(), patienceMs }))
  if (isLast || !aligned.ok) revalidatePath('/own-calendar')
  if (aligned.ok) return { ...aligned.value, refusal: null }
  return { outcome: null, left: 0, refusal: refusedAt(null, aligned) }
}

type Portion = { doctorId: string; work: Work; failed: number; ids: string[] }

async function alignPortion(portion: Portion, isLast: boolean) {
  const aligned = await alignCalendar(db(), portion, timing())
  if (!aligned.ok || !isLast) return aligned.ok ? accept({ outcome: aligned.value, left: 0 }) : aligned
  const failed = portion.failed + aligned.value.failed
  const finished = await finishAlignment(db(), { ...portion, failed }, timing())
  return finished.ok ? accept({ outcome: aligned.value, ...finished.value }) : finished
}

function timing() {
  return { deadlineMs: env().STEP_DEADLINE_MS, lateMs: env().LATE_CALL_MS, now: isoNow }
}
