'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { addTimeOff } from '@/lib/commands/add-time-off'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { requireHours } from '@/lib/session'
import { visitsNamedTo } from '@/lib/visit-link'

const text = z.string().trim().max(20, 'day_unknown').default('')
const form = z.object({
  requestId: z.uuid('request_invalid'),
  seen: z.string().max(40_000).default(''),
  fromDay: text,
  fromHour: text,
  untilDay: text,
  untilHour: text,
})

/** A doctor is away, from an hour to an hour or for whole days. */
export async function addTimeOffAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user, doctor } = await requireHours(String(data.get('doctor')))
  return formAction(form, data, async ({ requestId, seen, ...written }) => {
    const request = { requestId, doctorId: doctor.id, written, seen: seen.split(',') }
    const result = await addTimeOff(db(), request, new Date().toISOString())
    revalidatePath('/hours')
    if (result.ok) return []
    if (result.refused === 'time_off_invalid') return result.data
    const visits = await visitsNamedTo(user.role, result.data.visits)
    return [{ field: null, name: result.refused, data: { visits } }]
  })
}
