'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { landingOf } from '@/app/landing-of'
import { openFirstClinic } from '@/lib/commands/opening/set-up-clinic'
import { db } from '@/lib/db/client'
import { doneOf } from '@/lib/domain/opening/opening'
import { mayOpen } from '@/lib/domain/opening/steps'
import { isoNow } from '@/lib/iso-now'
import { getOpening } from '@/lib/queries/opening/opening'
import { form } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { forgetSetUp, setUpSecret } from '@/lib/web/set-up/set-up'
import { mayPress } from '../may-press'

/** The last step: patients may book from now on. */
export async function openFirstClinicAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('openFirstClinic', await setUpSecret(undefined))
  return formAction(form({}), data, async () => {
    if (!mayOpen(doneOf(await getOpening(db())))) redirect('/setup' as Route)
    await openFirstClinic(db(), isoNow())
    await forgetSetUp()
    redirect(landingOf('admin', undefined))
  })
}
