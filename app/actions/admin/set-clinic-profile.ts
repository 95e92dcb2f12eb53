'use server'

import { revalidatePath } from 'next/cache'
import { setClinicProfile } from '@/lib/commands/clinic/set-clinic-profile'
import { db } from '@/lib/db/client'
import { hoursField, weekdays } from '@/lib/domain/schedule/clinic-hours'
import { checked, form, read, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const numbers = read(text({ limit: 'line' }), (typed) =>
  typed
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter(Boolean),
)
const words = text({ limit: 'words' })
const line = text({ limit: 'line' })
const hours = Object.fromEntries(weekdays.map((weekday) => [hoursField(weekday), line]))
const profile = form({
  ...hours,
  emergencyNumbers: checked(
    numbers,
    (typed) => typed.length <= 4 && typed.every((one) => /^\+?[\d ]{2,20}$/.test(one)),
    'emergency_invalid',
  ),
  ...{ directionsFr: words, directionsEn: words, accessFr: words, accessEn: words, paymentFr: line, paymentEn: line },
})

/** The admin changes when the clinic is open, how one gets there and in, and how one pays. */
export async function setClinicProfileAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('setClinicProfile')
  return formAction(profile, data, async ({ emergencyNumbers, ...typed }) => {
    const result = await setClinicProfile(db(), {
      hours: weekdays.map((weekday) => String(data.get(hoursField(weekday)) ?? '')),
      emergencyNumbers,
      directions: { fr: typed.directionsFr, en: typed.directionsEn },
      access: { fr: typed.accessFr, en: typed.accessEn },
      payment: { fr: typed.paymentFr, en: typed.paymentEn },
    })
    if (!result.ok) return [...result.data]
    revalidatePath('/', 'layout')
    return []
  })
}
