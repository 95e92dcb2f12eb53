'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { redeemSignInCode } from '@/lib/commands/sign-in-code'
import { db } from '@/lib/db/client'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { findAskedAddress, keepPatient } from '@/lib/patient-session'

const form = z.object({
  code: z
    .string('code_missing')
    .transform((text) => text.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'code_missing')),
})

/** A patient comes in with the code from their mail. */
export async function redeemSignInCodeAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  return formAction(form, data, async ({ code }) => {
    const email = await findAskedAddress()
    if (!email) return [{ field: 'code', name: 'code_over' }]
    const redeemed = await redeemSignInCode(db(), email, code, new Date().toISOString())
    if (!redeemed.ok) return [{ field: 'code', name: redeemed.refused }]
    await keepPatient(email)
    redirect('/my-visits' as Route)
  })
}
