'use server'

import { revalidatePath } from 'next/cache'
import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { deliverMessage } from '@/lib/adapters/messages'
import { noteMailTried, storeTrialMail } from '@/lib/commands/opening/store-trial-mail'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { renderTrialMail } from '@/lib/mails/trial-mail'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { env } from '@/lib/settings/env'
import { email, form } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { readLocale } from '@/lib/web/i18n'
import { setUpSecret } from '@/lib/web/set-up/set-up'
import { mayPress } from '../may-press'

const patienceMs = 15_000
const address = form({ email: email() })

/** The fifth step: a mail to somebody at the clinic, by the provider that patients' mails will take. */
export async function tryMailAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('tryMail', await setUpSecret(undefined))
  return formAction(address, data, async ({ email }) => {
    const mail = await renderTrialMail({
      language: await readLocale(),
      clinic: await getClinic(db()),
      href: env().CARNET_URL,
    })
    const key = await storeTrialMail(db(), email, mail, isoNow())
    try {
      await deliverMessage(db(), key, { key, signal: AbortSignal.timeout(patienceMs), lostSince: null }, isoNow())
    } catch (error) {
      if (!(error instanceof ExternalServiceError)) throw error
      return [{ field: 'email', name: error.failure.kind === 'address' ? 'mail_address_refused' : 'mail_not_sent' }]
    }
    await noteMailTried(db(), isoNow())
    revalidatePath('/setup', 'layout')
    return { shown: { sent: email } }
  })
}
