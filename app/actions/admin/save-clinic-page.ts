'use server'

import { revalidatePath } from 'next/cache'
import { saveClinicPage } from '@/lib/commands/clinic/save-clinic-page'
import { db } from '@/lib/db/client'
import { clinicPages } from '@/lib/domain/clinic-pages'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { choice, form, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const body = text({ limit: 'pageText', missing: 'text_missing' })
const page = form({
  page: choice(clinicPages),
  owner: text({ limit: 'line', missing: 'owner_missing' }),
  textFr: body,
  textEn: body,
})

/** The admin saves a text that the clinic answers for, and says who there does. */
export async function saveClinicPageAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('saveClinicPage')
  return formAction(page, data, async ({ page, owner, textFr, textEn }) => {
    const reviewedOn = clinicDayOf(isoNow(), (await getClinic(db())).timeZone)
    await saveClinicPage(db(), { page, owner, text: { fr: textFr, en: textEn }, reviewedOn })
    revalidatePath(`/clinic/texts/${page}`)
    return []
  })
}
