'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { addHolidays, removeHoliday } from '@/lib/commands/change-holidays'
import { db } from '@/lib/db/client'
import { frenchHolidays } from '@/lib/domain/schedule/french-holidays'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { requireRole } from '@/lib/session'
import { visitsNamedTo } from '@/lib/visit-link'

const name = z.string().trim().min(1, 'holiday_name_missing').max(60, 'type_name_too_long')
const seen = z.string().max(40_000).default('')
const day = z.string().min(1, 'day_missing').pipe(z.iso.date('day_unknown'))
const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), seen, day, nameFr: name, nameEn: name }),
  z.object({ intent: z.literal('year'), seen, year: z.coerce.number().int().min(2000).max(2100) }),
  z.object({ intent: z.literal('remove'), day }),
])

/** The admin closes the clinic on a day or on a year's public holidays, or opens it after all. */
export async function changeHolidaysAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const user = await requireRole('admin')
  return formAction(form, data, async (asked) => {
    revalidatePath('/clinic')
    if (asked.intent === 'remove') return removeHoliday(db(), asked.day).then(() => [])
    const holidays =
      asked.intent === 'year'
        ? frenchHolidays(asked.year)
        : [{ day: asked.day, name: { fr: asked.nameFr, en: asked.nameEn } }]
    const result = await addHolidays(db(), { holidays, seen: asked.seen.split(',') }, new Date().toISOString())
    if (result.ok) return []
    const visits = await visitsNamedTo(user.role, result.data.visits)
    return [{ field: null, name: result.refused, data: { visits } }]
  })
}
