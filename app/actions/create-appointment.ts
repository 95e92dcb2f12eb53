'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import { relayNow } from '@/inngest/relay-now'
import { createAppointment } from '@/lib/commands/create-appointment'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { readLocale } from '@/lib/i18n'
import { signVisit } from '@/lib/visit-link'

const digits = /^\+?[\d .()-]{8,24}$/

const form = z.object({
  requestId: z.uuid('request_invalid'),
  doctor: z.string().max(100, 'doctor_unknown'),
  slot: z.iso.datetime('slot_invalid').transform((text) => new Date(text).toISOString()),
  name: z.string('name_missing').trim().min(1, 'name_missing').max(120, 'name_too_long'),
  email: z
    .string('email_missing')
    .trim()
    .min(1, 'email_missing')
    .max(254, 'email_too_long')
    .refine((text) => text.includes('@'), { error: 'email_no_at', abort: true })
    .pipe(z.email('email_invalid')),
  phone: z
    .string()
    .trim()
    .refine((text) => text === '' || digits.test(text), 'phone_invalid')
    .transform((text) => text || null),
})

/** A guest asks for an hour: recorded, then on to the page of the visit. */
export async function createAppointmentAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return formAction(form, data, async ({ requestId, doctor: doctorSlug, slot: startsAt, ...patient }) => {
    const language = await readLocale()
    const request = { requestId, doctorSlug, startsAt, patient: { ...patient, language } }
    const result = await createAppointment(db(), request, new Date().toISOString())
    if (!result.ok) return [{ field: 'slot', name: result.refused, data: result.data }]
    after(relayNow)
    redirect(`/visits/${await signVisit(result.value.appointmentId)}` as Route)
  })
}
