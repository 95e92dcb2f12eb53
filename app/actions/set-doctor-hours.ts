'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { setDoctorHours } from '@/lib/commands/set-doctor-hours'
import { db } from '@/lib/db/client'
import { draftIn, editDraft, fieldsOf } from '@/lib/domain/schedule/hours-draft'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { requireHours } from '@/lib/session'
import { visitsNamedTo } from '@/lib/visit-link'

const form = z.looseObject({ version: z.uuid('request_invalid'), seen: z.string().max(40_000).default('') })

/** Saves weekly hours; or, when a line was added, removed or copied, only gives back the editor as it is then. */
export async function setDoctorHoursAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user, doctor } = await requireHours(String(data.get('doctor')))
  const typed = textsOf(data)
  const edited = editDraft(draftIn(typed), typed.intent ?? '')
  if (edited) return { refusals: [], values: { ...fieldsOf(edited), intent: typed.intent ?? '' } }
  return formAction(form, data, async ({ version, seen }) => {
    const change = { doctorId: doctor.id, version, draft: draftIn(typed), seen: seen.split(',') }
    const result = await setDoctorHours(db(), change, new Date().toISOString())
    // Refused or not: what is shown next is compared with the hours as they stand.
    revalidatePath('/hours')
    if (result.ok) return []
    if (result.refused === 'hours_invalid') return result.data
    const visits = result.refused === 'visits_hit' ? await visitsNamedTo(user.role, result.data.visits) : []
    return [{ field: null, name: result.refused, data: { visits } }]
  })
}

function textsOf(data: FormData): Record<string, string> {
  return Object.fromEntries([...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
