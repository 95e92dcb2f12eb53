'use server'

import { revalidatePath } from 'next/cache'
import { addHolidays, removeHoliday } from '@/lib/commands/clinic/change-holidays'
import { db } from '@/lib/db/client'
import type { Role } from '@/lib/domain/people/role'
import { frenchHolidays, type NamedHoliday } from '@/lib/domain/schedule/french-holidays'
import { isoNow } from '@/lib/iso-now'
import { day, filledIn, form, text, wholeNumber } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer, FormRefusal } from '@/lib/web/form-answer'
import { visitsNamedTo } from '@/lib/web/visit-link'
import { mayPress } from '../may-press'

const name = text({ limit: 'shortName', missing: 'name_missing', tooLong: 'name_too_long' })
const seen = filledIn(40_000)
const oneDay = form({ seen, day: day(), nameFr: name, nameEn: name })
const oneYear = form({ seen, year: wholeNumber(2000, 2100) })
const openDay = form({ day: day() })

/** The admin closes the clinic on a day or on a year's public holidays, or opens it after all. */
export async function changeHolidaysAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user } = await mayPress('changeHolidays')
  const intent = data.get('intent')
  if (intent === 'year')
    return formAction(oneYear, data, ({ seen, year }) => close(user.role, frenchHolidays(year), seen))
  if (intent === 'add')
    return formAction(oneDay, data, ({ seen, day, nameFr: fr, nameEn: en }) =>
      close(user.role, [{ day, name: { fr, en } }], seen),
    )
  return formAction(openDay, data, async ({ day }) => {
    revalidatePath('/clinic')
    await removeHoliday(db(), day)
    return []
  })
}

async function close(role: Role, holidays: readonly NamedHoliday[], seen: string): Promise<FormRefusal[]> {
  revalidatePath('/clinic')
  const result = await addHolidays(db(), { holidays, seen: seen.split(',') }, isoNow())
  if (result.ok) return []
  return [{ field: null, name: 'visits_displaced', data: { visits: visitsNamedTo(role, result.data.visits) } }]
}
