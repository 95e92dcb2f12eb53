'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { operateSagas } from '@/lib/commands/saga/operate-sagas'
import { db } from '@/lib/db/client'
import { isNoteMissing } from '@/lib/domain/saga/operate'
import { isoNow } from '@/lib/iso-now'
import { checked, choice, filledIn, form, id, list, read, text } from '@/lib/web/fields'
import { readForm } from '@/lib/web/form-action'
import type { BulkAnswer } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const seen = checked(filledIn(43), (sent) => /^[0-9a-f-]{36}_\d{1,6}$/.test(sent), 'request_invalid')
const operation = form({
  requestId: id(),
  operation: choice(['retry', 'compensate', 'resolve']),
  note: text({ limit: 'words' }),
  sagas: list(
    read(seen, (sent) => ({ sagaId: sent.slice(0, 36), version: Number(sent.slice(37)) })),
    1_000,
    'none_chosen',
  ),
})

/** Somebody of the clinic does the same with many sagas, each as it was seen. */
export async function operateSagasAction(_: BulkAnswer, data: FormData): Promise<BulkAnswer> {
  const { user } = await mayPress('operateSagas')
  const asked = readForm(operation, { ...Object.fromEntries(data), sagas: data.getAll('saga') })
  if (!asked.ok) return { outcome: null, refusal: asked.refusals[0] ?? { field: null, name: 'request_invalid' } }
  if (isNoteMissing(asked.value)) return { outcome: null, refusal: { field: 'note', name: 'note_missing' } }
  const request = { ...asked.value, note: asked.value.note || null, by: user.id }
  const outcome = await operateSagas(db(), request, isoNow())
  revalidatePath('/sagas')
  after(relayNow)
  return { outcome, refusal: null }
}
