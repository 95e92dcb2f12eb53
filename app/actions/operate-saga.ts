'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { z } from 'zod'
import { relayNow } from '@/inngest/relay-now'
import { operateSaga } from '@/lib/commands/operate-saga'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { requireRole } from '@/lib/session'

const form = z
  .object({
    requestId: z.uuid('request_invalid'),
    sagaId: z.uuid('saga_unknown'),
    version: z.coerce.number('request_invalid').int('request_invalid'),
    operation: z.enum(['retry', 'skip', 'compensate', 'resolve'], 'request_invalid'),
    note: z.string().trim().max(500, 'words_too_long').default(''),
  })
  .refine(({ operation, note }) => operation !== 'resolve' || note, { path: ['note'], error: 'note_missing' })

/** Somebody of the clinic acts on a saga as they see it; what they write is kept beside it. */
export async function operateSagaAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const user = await requireRole('admin', 'staff')
  return formAction(form, data, async (request) => {
    const result = await operateSaga(db(), { ...request, by: user.id }, new Date().toISOString())
    // Refused or not: what is shown next is the saga as it stands.
    revalidatePath('/sagas')
    if (!result.ok) return [{ field: null, name: result.refused }]
    after(relayNow)
    return []
  })
}
