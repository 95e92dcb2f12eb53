'use server'

import { revalidatePath } from 'next/cache'
import { keepApart } from '@/lib/commands/patient/keep-apart'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { checked, form, id } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { mayPress } from '../../may-press'

/** The desk says that two records are two people: it is not asked again. */
export async function keepPatientsApartAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user } = await mayPress('keepPatientsApart')
  const others = checked(id('patient_unknown'), (other) => other !== data.get('rootId'), 'same_patient')
  return formAction(form({ rootId: id('patient_unknown'), aliasId: others }), data, async ({ rootId, aliasId }) => {
    await keepApart(db(), { ids: [rootId, aliasId], by: user.id }, isoNow())
    revalidatePath('/patients/[id]', 'page')
    return []
  })
}
