'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { putBackTimeOff } from '@/lib/commands/add-time-off'
import { removeTimeOff } from '@/lib/commands/remove-time-off'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { requireHours } from '@/lib/session'

const form = z
  .object({
    timeOffId: z.uuid('request_invalid'),
    intent: z.enum(['remove', 'put_back'], 'request_invalid'),
    startsAt: z.iso.datetime('request_invalid'),
    endsAt: z.iso.datetime('request_invalid'),
  })
  .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), 'request_invalid')

/** A doctor receives after all; or, when that was a slip, is away again. */
export async function removeTimeOffAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { doctor } = await requireHours(String(data.get('doctor')))
  return formAction(form, data, async ({ timeOffId: id, intent, startsAt, endsAt }) => {
    if (intent === 'put_back') await putBackTimeOff(db(), { id, doctorId: doctor.id, startsAt, endsAt })
    const result = intent === 'remove' ? await removeTimeOff(db(), { id, doctorId: doctor.id }) : undefined
    revalidatePath('/hours')
    return result && !result.ok ? [{ field: null, name: result.refused }] : []
  })
}
