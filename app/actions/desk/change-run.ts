'use server'

import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { changeRun } from '@/lib/commands/run/change-run'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { choice, form, id } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const change = form({ runId: id('run_unknown'), change: choice(['pause', 'resume', 'stop']) })

/** Somebody pauses, resumes or stops a run, or takes it back before it begins; a doctor their own alone. */
export async function changeRunAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user, doctor } = await mayPress('changeRun')
  return formAction(change, data, async (request) => {
    const result = await changeRun(db(), { ...request, by: user.id, doctorId: doctor?.id ?? null }, isoNow())
    // Stopped or over: what is shown next is the run as it stands.
    revalidatePath('/', 'layout')
    if (!result.ok) return [refusedAt(null, result)]
    after(relayNow)
    return []
  })
}
