'use server'

import { randomBytes } from 'node:crypto'
import { revalidatePath } from 'next/cache'
import { renewFeed, revokeFeed } from '@/lib/commands/calendar/renew-feed'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { env } from '@/lib/settings/env'
import { choice, form } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const change = form({ intent: choice(['make', 'revoke']) })

/** A doctor makes the address by which their visits can be read, which is shown with this answer only; or closes it. */
export async function calendarFeedAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { doctor } = await mayPress('calendarFeed')
  const token = randomBytes(32).toString('base64url')
  return formAction(change, data, async ({ intent }) => {
    if (intent === 'make') await renewFeed(db(), { doctorId: doctor.id, token }, isoNow())
    else await revokeFeed(db(), doctor.id)
    revalidatePath('/own-calendar')
    const given = new URL(`/api/feeds/${token}/calendar.ics`, env().CARNET_URL).href
    return intent === 'make' ? { shown: { given } } : []
  })
}
