'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { z } from 'zod'
import { relayNow } from '@/inngest/relay-now'
import { operateSagas } from '@/lib/commands/operate-sagas'
import { db } from '@/lib/db/client'
import type { BulkAnswer } from '@/lib/form-answer'
import { requireRole } from '@/lib/session'

const seen = z
  .string()
  .regex(/^[0-9a-f-]{36}_\d{1,6}$/)
  .transform((text) => ({ sagaId: text.slice(0, 36), version: Number(text.slice(37)) }))

const form = z
  .object({
    requestId: z.uuid('request_invalid'),
    operation: z.enum(['retry', 'compensate', 'resolve'], 'request_invalid'),
    note: z.string().trim().max(500, 'words_too_long').default(''),
    sagas: z.array(seen, 'request_invalid').min(1, 'none_chosen').max(1_000, 'request_invalid'),
  })
  .refine(({ operation, note }) => operation !== 'resolve' || note, { path: ['note'], error: 'note_missing' })

/** Somebody of the clinic does the same with many sagas, each as it was seen. */
export async function operateSagasAction(_: BulkAnswer, data: FormData): Promise<BulkAnswer> {
  const user = await requireRole('admin', 'staff')
  const parsed = form.safeParse({ ...Object.fromEntries(data), sagas: data.getAll('saga') })
  if (!parsed.success) return { outcome: null, refusal: parsed.error.issues[0]?.message ?? 'request_invalid' }
  const request = { ...parsed.data, note: parsed.data.note || null, by: user.id }
  const outcome = await operateSagas(db(), request, new Date().toISOString())
  revalidatePath('/sagas')
  after(relayNow)
  return { outcome, refusal: null }
}
