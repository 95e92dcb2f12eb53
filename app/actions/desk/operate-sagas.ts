'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { startRun } from '@/lib/commands/run/start-run'
import { db } from '@/lib/db/client'
import { isNoteMissing } from '@/lib/domain/saga/operate'
import { isoNow } from '@/lib/iso-now'
import { env } from '@/lib/settings/env'
import { checked, choice, filledIn, form, id, list, read, text } from '@/lib/web/fields'
import { readForm } from '@/lib/web/form-action'
import { refusedAt, type StartAnswer } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const seen = checked(filledIn(43), (sent) => /^[0-9a-f-]{36}_\d{1,6}$/.test(sent), 'request_invalid')
const operation = form({
  requestId: id(),
  operation: choice(['retry', 'compensate', 'resolve']),
  note: text({ limit: 'words' }),
  sagas: list(
    read(seen, (sent) => ({ subjectId: sent.slice(0, 36), input: { version: Number(sent.slice(37)) } })),
    1_000,
    'none_chosen',
  ),
})

/** Somebody of the clinic does the same with many sagas, each as it was seen. For some seconds it can be taken back. */
export async function operateSagasAction(_: StartAnswer, data: FormData): Promise<StartAnswer> {
  const { user } = await mayPress('operateSagas')
  const asked = readForm(operation, { ...Object.fromEntries(data), sagas: data.getAll('saga') })
  if (!asked.ok) return { runId: null, refusal: asked.refusals[0] ?? { field: null, name: 'request_invalid' } }
  if (isNoteMissing(asked.value)) return { runId: null, refusal: { field: 'note', name: 'note_missing' } }
  const { requestId, operation: name, note: words, sagas: items } = asked.value
  const run = { requestId, kind: 'operate-sagas' as const, doctorId: null, by: user.id, items, words }
  const started = await startRun(db(), { ...run, order: { operation: name }, undoMs: env().UNDO_MS }, isoNow())
  revalidatePath('/sagas')
  if (!started.ok) return { runId: null, refusal: refusedAt(null, started) }
  after(relayNow)
  return { runId: started.value.runId, refusal: null }
}
