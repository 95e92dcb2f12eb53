'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { z } from 'zod'
import { relayNow } from '@/inngest/relay-now'
import { recordNoShow } from '@/lib/commands/record-no-show'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { requireDoctor } from '@/lib/session'

const form = z.object({
  requestId: z.uuid('request_invalid'),
  appointmentId: z.uuid('appointment_unknown'),
})

/** The signed-in doctor notes that the patient did not come to one of their own visits. */
export async function recordNoShowAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { doctor } = await requireDoctor()
  return formAction(form, data, async (request) => {
    const by = { role: 'doctor', id: doctor.id } as const
    const result = await recordNoShow(db(), { ...request, by }, new Date().toISOString())
    if (!result.ok) return [{ field: null, name: result.refused }]
    after(relayNow)
    revalidatePath('/calendar')
    return []
  })
}
