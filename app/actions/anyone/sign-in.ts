'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { landingOf } from '@/app/landing-of'
import { countSignInTry } from '@/lib/commands/people/count-sign-in-try'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { signIn } from '@/lib/web/auth'
import { email, form, password } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { knowsAccount, rememberAccount } from '@/lib/web/known-browser'
import { ownPath } from '@/lib/web/return-address'
import { isSentByScript } from '@/lib/web/sent-by-script'
import { mayPress } from '../may-press'

const credentials = form({ email: email(), password: password('password', 'password_missing', 'wrong_credentials') })

/** Doctors and staff come in; each lands where they came from, or on the page of their work. */
export async function signInAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('signIn')
  return formAction(credentials, data, async ({ email, password }) => {
    // Whoever guesses at a colleague's account from elsewhere does not keep them out of it.
    const counted = await countSignInTry(db(), (await knowsAccount(email)) ? `known:${email}` : email, isoNow())
    const result = counted.ok ? await signIn(email, password) : counted
    if (!result.ok) return [refusedAt('password', result)]
    await rememberAccount(email)
    const back = ownPath(data.get('back'))
    // Where nothing else can tell, the sign-in page says when the session's cookie did not come back.
    const entered = new URLSearchParams({ entered: 'yes', ...(back && { back }) })
    if (!(await isSentByScript())) redirect(`/sign-in?${entered}` as Route)
    redirect(landingOf(result.value.role, back))
  })
}
