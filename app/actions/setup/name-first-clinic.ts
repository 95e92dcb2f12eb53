'use server'

import { notFound, redirect } from 'next/navigation'
import { takeSetUp } from '@/lib/commands/opening/offer-set-up'
import { nameFirstClinic } from '@/lib/commands/opening/set-up-clinic'
import { db } from '@/lib/db/client'
import { newSecret } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { stepPath } from '@/lib/views/set-up-path'
import { checked, choice, form, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { keepSetUp, setUpSecret } from '@/lib/web/set-up/set-up'
import { clinicFacts } from '../clinic-facts'
import { mayPress } from '../may-press'

const timeZones = new Set(Intl.supportedValuesOf('timeZone'))
const facts = form({
  ...clinicFacts,
  timeZone: checked(text({ limit: 'line' }), (zone) => timeZones.has(zone), 'choose_one'),
  language: choice(['fr', 'en'], 'choose_one'),
})

/** The first step: what the clinic is called and where it is. Whoever came by the link goes on with this browser alone. */
export async function nameFirstClinicAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const link = String(data.get('link') ?? '')
  const key = await mayPress('nameFirstClinic', await setUpSecret(link))
  return formAction(facts, data, async (clinic) => {
    if (key === 'link') await takeWith(link)
    await nameFirstClinic(db(), clinic)
    redirect(stepPath('you'))
  })
}

/** For a browser that was too late there is no such page any more. */
async function takeWith(token: string): Promise<void> {
  const browser = newSecret()
  if (!(await takeSetUp(db(), { token, browser }, isoNow()))) notFound()
  await keepSetUp(browser)
}
