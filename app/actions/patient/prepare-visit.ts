'use server'

import { revalidatePath } from 'next/cache'
import { prepareVisit } from '@/lib/commands/visit/prepare-visit'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { getSlot } from '@/lib/queries/visit/visit-details'
import { visitPath } from '@/lib/views/visit-path'
import { filledIn, form, read, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { birthDate } from '../birth-date-field'
import { mayPress } from '../may-press'

const orNull = (typed: string) => typed || null
const facts = form({
  token: filledIn(1_000),
  birthDate: birthDate(),
  reason: read(text({ limit: 'words' }), orNull),
})

/** A patient tells the doctor what helps to prepare. */
export async function prepareVisitAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const appointmentId = await mayPress('prepareVisit', String(data.get('token')))
  return formAction(facts, data, async ({ token, ...told }) => {
    const { patientId } = await getSlot(db(), appointmentId)
    await prepareVisit(db(), { appointmentId, patientId, ...told }, isoNow())
    revalidatePath(visitPath(token))
    return []
  })
}
