'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import { relayNow } from '@/inngest/relay-now'
import { createAppointment } from '@/lib/commands/create-appointment'
import { db } from '@/lib/db/client'
import { toE164 } from '@/lib/domain/people/phone-number'
import { isTexting } from '@/lib/env'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { readLocale } from '@/lib/i18n'
import { findBrowserId } from '@/lib/session'
import { signVisit } from '@/lib/visit-link'
import { emailField } from './email-field'

const form = z
  .object({
    requestId: z.uuid('request_invalid'),
    doctor: z.string().max(100, 'doctor_unknown'),
    type: z.uuid('visit_type_unknown').optional(),
    slot: z.iso.datetime('slot_invalid').transform((text) => new Date(text).toISOString()),
    name: z.string('name_missing').trim().min(1, 'name_missing').max(120, 'name_too_long'),
    email: emailField,
    phone: z
      .string()
      .trim()
      .refine((text) => text === '' || toE164(text) !== undefined, 'phone_invalid')
      .transform((text) => text || null),
    tell: z.enum(['email', 'sms', 'both'], 'request_invalid').default('both'),
  })
  .refine(({ phone, tell }) => tell !== 'sms' || phone !== null, { path: ['phone'], error: 'sms_needs_number' })

/** A guest asks for an hour: recorded, then on to the page of the visit. */
export async function createAppointmentAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return formAction(
    form,
    data,
    async ({ requestId, doctor: doctorSlug, type: visitTypeId, slot: startsAt, tell, ...patient }) => {
      const [language, holder] = await Promise.all([readLocale(), findBrowserId()])
      const told = isTexting() ? tell : 'email'
      const request = {
        requestId,
        doctorSlug,
        visitTypeId,
        startsAt,
        holder,
        tell: told,
        patient: { ...patient, language },
      }
      const result = await createAppointment(db(), request, new Date().toISOString())
      if (!result.ok) return [{ field: 'slot', name: result.refused, data: result.data }]
      after(relayNow)
      redirect(`/visits/${await signVisit(result.value.appointmentId)}` as Route)
    },
  )
}
