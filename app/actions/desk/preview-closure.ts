'use server'

import { z } from 'zod'
import { db } from '@/lib/db/client'
import { mapUrlOf } from '@/lib/domain/address'
import { limits } from '@/lib/domain/limits'
import { renderMail } from '@/lib/mails/render-message'
import { getSlot, getVisitDetails } from '@/lib/queries/visit/visit-details'
import { env, senderAddress } from '@/lib/settings/env'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { mayPress } from '../may-press'

const asked = z.object({
  visit: z.uuid(),
  /** Where it moves to; null when it is called off. */
  to: z.iso.datetime().nullable(),
  reason: z.string().max(limits.words),
})

/** What a patient will read, and by which address's language; null for one who left none. */
export type Preview = { subject: string; text: string } | null

/** The very mail that one of the patients of a closed time gets. */
export async function previewClosureAction(slug: string, preview: z.input<typeof asked>): Promise<Preview> {
  const { doctor: own } = await mayPress('previewClosure')
  const doctor = await requireNamedDoctor(own, slug)
  const { visit: id, to, reason } = asked.parse(preview)
  const { patientId, ...slot } = await getSlot(db(), id)
  if (slot.doctorId !== doctor.id) return null
  const visit = { id, patientId, slot }
  const details = await getVisitDetails(db(), visit)
  if (details.patient.email === null) return null
  const home = env().CARNET_URL
  const map = mapUrlOf(details.clinic.address)
  const links = { visit: home, file: home, map, calendar: home, home }
  const minutesMs = Date.parse(visit.slot.endsAt) - Date.parse(visit.slot.startsAt)
  const moved = to && { ...visit.slot, startsAt: to, endsAt: new Date(Date.parse(to) + minutesMs).toISOString() }
  const facts = { ...details, slot: moved || visit.slot, movedFrom: moved ? visit.slot : null, isLate: false }
  const more = { reason: moved ? null : reason.trim() || null, sender: senderAddress(), nearest: [], invitation: null }
  const { subject, text } = await renderMail(moved ? 'moved' : 'cancelled', { ...facts, ...more, links })
  return { subject, text }
}
