'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { startRun } from '@/lib/commands/run/start-run'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { env } from '@/lib/settings/env'
import { form, id, list } from '@/lib/web/fields'
import { readForm } from '@/lib/web/form-action'
import { type ActAnswer, refusedAt } from '@/lib/web/form-answer'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { mayPress } from '../may-press'

/** More than anybody has waiting. */
const requestsMax = 500
const chosen = form({
  requestId: id(),
  requests: list(id('appointment_unknown'), requestsMax, 'none_chosen'),
})

/** A doctor confirms many of their requests, or the desk for them; for some seconds it can be taken back. */
export async function confirmAllAction(
  slug: string,
  requestId: string,
  requests: readonly string[],
): Promise<ActAnswer> {
  const { user, doctor: own } = await mayPress('confirmAll')
  const doctor = await requireNamedDoctor(own, slug)
  const asked = readForm(chosen, { requestId, requests })
  if (!asked.ok) return { refusal: asked.refusals[0] ?? null }
  const items = asked.value.requests.map((subjectId) => ({ subjectId }))
  const run = { requestId: asked.value.requestId, kind: 'confirm' as const, doctorId: doctor.id, by: user.id }
  const order = { role: own ? 'doctor' : 'staff' }
  const started = await startRun(db(), { ...run, order, items, undoMs: env().UNDO_MS }, isoNow())
  revalidatePath('/calendar')
  after(relayNow)
  return { refusal: started.ok ? null : refusedAt(null, started) }
}
