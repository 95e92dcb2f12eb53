'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { operateSaga } from '@/lib/commands/saga/operate-saga'
import { db } from '@/lib/db/client'
import { isNoteMissing, operationNames } from '@/lib/domain/saga/operate'
import { isoNow } from '@/lib/iso-now'
import { choice, form, id, text, wholeNumber } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const operation = form({
  requestId: id(),
  sagaId: id('saga_unknown'),
  version: wholeNumber(0, 1_000_000),
  operation: choice(operationNames),
  note: text({ limit: 'words' }),
})

/** Somebody of the clinic acts on a saga as they see it; what they write is kept beside it. */
export async function operateSagaAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user } = await mayPress('operateSaga')
  return formAction(operation, data, async (request) => {
    if (isNoteMissing(request)) return [{ field: 'note', name: 'note_missing' }]
    const result = await operateSaga(db(), { ...request, by: user.id }, isoNow())
    // Refused or not: what is shown next is the saga as it stands.
    revalidatePath('/sagas')
    if (!result.ok) return [refusedAt(null, result)]
    after(relayNow)
    return []
  })
}
