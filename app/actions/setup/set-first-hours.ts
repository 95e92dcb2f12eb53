'use server'

import { redirect } from 'next/navigation'
import { setFirstHours } from '@/lib/commands/opening/set-up-clinic'
import { db } from '@/lib/db/client'
import { stepPath } from '@/lib/views/set-up-path'
import { choice, form, read, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { setUpSecret } from '@/lib/web/set-up/set-up'
import { mayPress } from '../may-press'

const clock = text({ limit: 'clock' })
const week = form({
  morningFrom: clock,
  morningUntil: clock,
  afternoonFrom: clock,
  afternoonUntil: clock,
  minutes: read(choice(['10', '15', '20', '30', '45', '60'], 'choose_one'), Number),
  confirmed: choice(['at_once', 'by_doctor'], 'choose_one'),
})

const consultation = { nameFr: 'Consultation', nameEn: 'Consultation' }

/** The fourth step: an ordinary week, how long a visit is, and whether it is confirmed at once. */
export async function setFirstHoursAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('setFirstHours', await setUpSecret(undefined))
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => data.get(`day${day}`) === 'on')
  return formAction(week, data, async ({ confirmed, ...hours }) => {
    const visit = { ...consultation, autoConfirm: confirmed === 'at_once' }
    const result = await setFirstHours(db(), { ...hours, weekdays }, visit)
    if (!result.ok) return [...result.data]
    redirect(stepPath('mail'))
  })
}
