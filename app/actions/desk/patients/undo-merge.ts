'use server'

import { revalidatePath } from 'next/cache'
import { undoMerge } from '@/lib/commands/patient/undo-merge'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { form, id } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../../may-press'

const merge = form({ requestId: id(), rootId: id('patient_unknown'), mergeId: id('merge_unknown') })

/** The desk takes a merge back. */
export async function undoMergeAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user } = await mayPress('undoMerge')
  return formAction(merge, data, async (asked) => {
    const result = await undoMerge(db(), { ...asked, by: user.id }, isoNow())
    revalidatePath('/patients/[id]', 'page')
    return result.ok ? [] : [refusedAt(null, result)]
  })
}
