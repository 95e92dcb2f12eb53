'use server'

import { randomBytes } from 'node:crypto'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { renewFeed, revokeFeed } from '@/lib/commands/renew-feed'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { formAction } from '@/lib/form-action'
import type { FormAnswer } from '@/lib/form-answer'
import { requireDoctor } from '@/lib/session'

const form = z.object({ intent: z.enum(['make', 'revoke'], 'request_invalid') })

/** A doctor makes the address by which their visits can be read, which is shown with this answer only; or closes it. */
export async function calendarFeedAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { doctor } = await requireDoctor()
  const token = randomBytes(32).toString('base64url')
  const answer = await formAction(form, data, async ({ intent }) => {
    if (intent === 'make') await renewFeed(db(), { doctorId: doctor.id, token }, new Date().toISOString())
    else await revokeFeed(db(), doctor.id)
    revalidatePath('/own-calendar')
    return []
  })
  const isDone = answer.refusals.length === 0 && answer.fault === undefined
  if (!isDone || answer.values.intent !== 'make') return answer
  const given = new URL(`/api/feeds/${token}/calendar.ics`, env().CARNET_URL).href
  return { ...answer, values: { ...answer.values, given } }
}
