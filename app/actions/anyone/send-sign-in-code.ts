'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { makeSignInCode, storeCodeMail } from '@/lib/commands/people/sign-in-code'
import { db } from '@/lib/db/client'
import { newSecret } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { renderSignInMail } from '@/lib/mails/sign-in-mail'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { env } from '@/lib/settings/env'
import { email, form } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { readLocale } from '@/lib/web/i18n'
import { keepAsked } from '@/lib/web/patient-session'
import { deliverOnce } from '../deliver-once'
import { mayPress } from '../may-press'

const address = form({ email: email() })

/**
 * A patient asks for a code. Whether the address is known is looked up after the answer, which is the same for both in
 * its words and in what it takes.
 */
export async function sendSignInCodeAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('sendSignInCode')
  return formAction(address, data, async ({ email }) => {
    const asked = { email, secret: newSecret() }
    const made = await makeSignInCode(db(), asked, isoNow())
    if (!made.ok) return [refusedAt('email', made)]
    const language = await readLocale()
    after(() => mailCode(email, made.value.code, language))
    await keepAsked(asked)
    redirect('/my-visits?code=sent' as Route)
  })
}

async function mailCode(email: string, code: string, language: 'fr' | 'en'): Promise<void> {
  const href = new URL('/my-visits', env().CARNET_URL).href
  const render = async () => renderSignInMail(code, { language, clinic: await getClinic(db()), href })
  const key = await storeCodeMail(db(), email, render, isoNow())
  if (key) await deliverOnce(key)
}
