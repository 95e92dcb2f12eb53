'use server'

import { revalidatePath } from 'next/cache'
import { setDoctorHours } from '@/lib/commands/clinic/set-doctor-hours'
import { db } from '@/lib/db/client'
import { draftIn, editDraft, fieldsOf } from '@/lib/domain/schedule/hours-draft'
import { isoNow } from '@/lib/iso-now'
import { filledIn, form, id } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { visitsNamedTo } from '@/lib/web/visit-link'
import { mayPress } from '../may-press'

const hours = form({ version: id(), seen: filledIn(40_000) })

/** Saves weekly hours; or, when a line was added, removed or copied, only gives back the editor as it is then. */
export async function setDoctorHoursAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user, doctor: own } = await mayPress('setDoctorHours')
  const doctor = await requireNamedDoctor(own, String(data.get('doctor')))
  const typed = textsOf(data)
  const edited = editDraft(draftIn(typed), typed.intent ?? '')
  if (edited) return { refusals: [], values: { ...fieldsOf(edited), intent: typed.intent ?? '' } }
  return formAction(hours, data, async ({ version, seen }) => {
    const change = { doctorId: doctor.id, version, draft: draftIn(typed), seen: seen.split(',') }
    const result = await setDoctorHours(db(), change, isoNow())
    // Refused or not: what is shown next is compared with the hours as they stand.
    revalidatePath('/hours')
    if (result.ok) return []
    if (result.refused === 'hours_invalid') return [...result.data]
    if (result.refused !== 'visits_displaced') return [refusedAt(null, result)]
    const visits = visitsNamedTo(user.role, result.data.visits)
    return [{ field: null, name: 'visits_displaced', data: { visits } }]
  })
}

function textsOf(data: FormData): Record<string, string> {
  return Object.fromEntries([...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
