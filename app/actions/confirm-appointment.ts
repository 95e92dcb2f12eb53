'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { z } from 'zod'
import { relayNow } from '@/inngest/relay-now'
import { confirmAppointment } from '@/lib/commands/confirm-appointment'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { requireDoctor } from '@/lib/session'

const form = z.object({
  requestId: z.uuid('request_invalid'),
  appointmentId: z.uuid('appointment_unknown'),
})

/** The signed-in doctor confirms one of their own requests. */
export async function confirmAppointmentAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { doctor } = await requireDoctor()
  return formAction(form, data, async (request) => {
    const result = await confirmAppointment(db(), { ...request, doctorId: doctor.id }, new Date().toISOString())
    if (!result.ok) return [{ field: null, name: result.refused }]
    after(relayNow)
    revalidatePath('/calendar')
    return []
  })
}
