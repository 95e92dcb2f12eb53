'use server'

import { revalidatePath } from 'next/cache'
import { mergePatients } from '@/lib/commands/patient/merge-patients'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { form, id } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../../may-press'

const two = form({ requestId: id(), aliasId: id('patient_unknown'), rootId: id('patient_unknown') })

/** The desk says that two records are one person. */
export async function mergePatientsAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user } = await mayPress('mergePatients')
  return formAction(two, data, async (asked) => {
    const result = await mergePatients(db(), { ...asked, by: user.id }, isoNow())
    revalidatePath('/patients/[id]', 'page')
    return result.ok ? [] : [refusedAt(null, result)]
  })
}
