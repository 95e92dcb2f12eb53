'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { alignAll, alignCalendar, finishAlignment, listAlignments, type Work } from '@/lib/commands/align-calendar'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import type { AlignAnswer } from '@/lib/form-answer'
import { accept } from '@/lib/result'
import { requireDoctor, requireHours } from '@/lib/session'

const work = z.enum(['compare', 'leave'])
const form = z.object({
  doctor: z.string(),
  work,
  /** The visits of this portion; without it, all that there is time for. */
  ids: z.array(z.uuid()).max(50).optional(),
})

/** So long one request may work when a browser without JavaScript asks for everything. */
const patienceMs = 20_000

/** The visits to look at, for a browser that asks for them a portion at a time. */
export async function listAlignmentsAction(doctorSlug: string, wanted: Work) {
  const doctorId = await mayAlign(doctorSlug, work.parse(wanted))
  const listed = await listAlignments(db(), doctorId, wanted, clock(), durations())
  if (!listed.ok) revalidatePath('/own-calendar')
  return listed
}

/** Compares visits with a doctor's own calendar and puts it right; or takes them out of it, and in the end disconnects it. */
export async function alignCalendarAction(_: AlignAnswer, data: FormData): Promise<AlignAnswer> {
  const ids = data.has('portion') ? data.getAll('id') : undefined
  const isLast = data.get('portion') !== 'more'
  const parsed = form.safeParse({ doctor: data.get('doctor'), work: data.get('work'), ids })
  if (!parsed.success) return { outcome: null, left: 0, refusal: { field: null, name: 'request_invalid' } }
  const { doctor, work } = parsed.data
  const doctorId = await mayAlign(doctor, work)
  const aligned = await (parsed.data.ids
    ? alignPortion({ doctorId, work, ids: parsed.data.ids }, isLast)
    : alignAll(db(), doctorId, work, { ...durations(), patienceMs }))
  if (isLast || !aligned.ok) revalidatePath('/own-calendar')
  if (aligned.ok) return { ...aligned.value, refusal: null }
  return { outcome: null, left: 0, refusal: { field: null, name: aligned.refused, data: aligned.data } }
}

type Portion = { doctorId: string; work: Work; ids: string[] }

async function alignPortion(portion: Portion, isLast: boolean) {
  const aligned = await alignCalendar(db(), portion, durations())
  if (!aligned.ok || !isLast) return aligned.ok ? accept({ outcome: aligned.value, left: 0 }) : aligned
  const finished = await finishAlignment(db(), portion.doctorId, portion.work, durations())
  return finished.ok ? accept({ outcome: aligned.value, ...finished.value }) : finished
}

/** Whose calendar it is. Emptying it is up to the doctor; comparing, to whoever keeps their hours. */
async function mayAlign(slug: string, work: Work): Promise<string> {
  return (work === 'leave' ? await requireDoctor() : await requireHours(slug)).doctor.id
}

function durations() {
  return { deadlineMs: env().STEP_DEADLINE_MS, lateMs: env().LATE_CALL_MS }
}

function clock(): string {
  return new Date().toISOString()
}
