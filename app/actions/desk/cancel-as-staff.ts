'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { form, id, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const visit = form({ requestId: id(), appointmentId: id('appointment_unknown'), reason: text({ limit: 'words' }) })

/** The front desk cancels any visit, with a reason if they write one. */
export async function cancelAsStaffAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user } = await mayPress('cancelAsStaff')
  return formAction(visit, data, async (request) => {
    const by = { role: 'staff', id: user.id } as const
    const result = await cancelAppointment(db(), { ...request, by }, isoNow())
    if (!result.ok) return [refusedAt(null, result)]
    after(relayNow)
    revalidatePath('/day')
    return []
  })
}
