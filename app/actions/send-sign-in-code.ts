'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { deliverMessage } from '@/lib/adapters/messages'
import { offerSignInCode } from '@/lib/commands/sign-in-code'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { readLocale } from '@/lib/i18n'
import { faultOf, log } from '@/lib/log'
import { renderSignInMail } from '@/lib/mails/sign-in-mail'
import { keepAskedAddress } from '@/lib/patient-session'
import { getClinic } from '@/lib/queries/clinic'
import { emailField } from './email-field'

const form = z.object({ email: emailField })
const patienceMs = 10_000

/** A patient asks for a code. The mail goes out after the answer, which does not say whether the address is known. */
export async function sendSignInCodeAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return formAction(form, data, async ({ email }) => {
    const [language, clinic] = await Promise.all([readLocale(), getClinic(db())])
    const href = new URL('/my-visits', env().CARNET_URL).href
    const render = (code: string) => renderSignInMail(code, { language, clinic, href })
    const offered = await offerSignInCode(db(), email, render, new Date().toISOString())
    if (!offered.ok) return [{ field: 'email', name: offered.refused }]
    if (offered.value.key) after(deliver(offered.value.key))
    await keepAskedAddress(email)
    redirect('/my-visits?code=sent' as Route)
  })
}

/** One attempt: whoever waits in vain asks for another code. */
function deliver(key: string) {
  return async () => {
    const call = { key, signal: AbortSignal.timeout(patienceMs), lostSince: null }
    await deliverMessage(db(), key, call, new Date().toISOString()).catch((error) => {
      const cause = error instanceof ExternalServiceError ? error.cause : undefined
      log().warn({ fault: faultOf(error), cause }, 'a code to sign in with was not sent')
    })
  }
}
