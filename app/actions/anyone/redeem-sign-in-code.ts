'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { beginPatientSession, sessionHours } from '@/lib/commands/people/patient-session'
import { redeemSignInCode } from '@/lib/commands/people/sign-in-code'
import { db } from '@/lib/db/client'
import { asOneWord } from '@/lib/domain/people/visible'
import { isoNow } from '@/lib/iso-now'
import { checked, form, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { findAsked, keepPatientSession } from '@/lib/web/patient-session'
import { mayPress } from '../may-press'

const typed = text({ limit: 'code', seen: asOneWord })
const codeForm = form({ code: checked(typed, (code) => /^\d{6}$/.test(code), 'code_missing') })

/** A patient comes in with the code from their mail. */
export async function redeemSignInCodeAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('redeemSignInCode')
  return formAction(codeForm, data, async ({ code }) => {
    const asked = await findAsked()
    if (!asked) return [{ field: 'code', name: 'code_over' }]
    const redeemed = await redeemSignInCode(db(), asked, code, isoNow())
    if (!redeemed.ok) return [refusedAt('code', redeemed)]
    await keepPatientSession(await beginPatientSession(db(), asked.email, isoNow()), sessionHours)
    redirect('/my-visits' as Route)
  })
}
