'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { holdProposals } from '@/lib/commands/closure/hold-proposals'
import { startClosure } from '@/lib/commands/closure/start-closure'
import { db } from '@/lib/db/client'
import { closureChoices, type VisitChoice } from '@/lib/domain/schedule/closure'
import { isoNow } from '@/lib/iso-now'
import { env } from '@/lib/settings/env'
import { choice, form, id, instant, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { mayPress } from '../may-press'

const closure = form({
  requestId: id(),
  startsAt: instant(),
  endsAt: instant(),
  forAll: choice(closureChoices),
  reason: text({ limit: 'words', missing: 'reason_missing' }),
})

/** A doctor is away: their time is closed, and each visit in it called off, moved or left. It can be taken back for a while. */
export async function startClosureAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { user, doctor: own } = await mayPress('startClosure')
  const doctor = await requireNamedDoctor(own, String(data.get('doctor')))
  return formAction(closure, data, async ({ requestId, startsAt, endsAt, forAll, reason }) => {
    if (endsAt <= startsAt || endsAt <= isoNow()) return [{ field: null, name: 'request_invalid' }]
    const asked = { requestId, doctorId: doctor.id, span: { startsAt, endsAt } }
    const choices = await readChoices(data, forAll, asked)
    const role = own ? ('doctor' as const) : ('staff' as const)
    const more = { by: user.id, role, forAll, choices, reason, undoMs: env().CLOSURE_UNDO_MS }
    const { value } = await startClosure(db(), { ...asked, ...more }, isoNow())
    revalidatePath('/', 'layout')
    after(relayNow)
    redirect(`/runs/${value.runId}` as Route)
  })
}

type Asked = { requestId: string; doctorId: string; span: { startsAt: string; endsAt: string } }

/** What is chosen for each visit that the page showed. Hours that no script has asked for are proposed now. */
async function readChoices(data: FormData, forAll: string, asked: Asked): Promise<Map<string, VisitChoice>> {
  const shown = data.getAll('visit').map(String)
  const chosen = new Map(shown.map((visit) => [visit, String(data.get(`choice-${visit}`) || forAll)]))
  const isMissing = (visit: string) => chosen.get(visit) === 'move' && !data.get(`to-${visit}`)
  const proposed = shown.some(isMissing) ? await holdProposals(db(), asked, isoNow()) : new Map<string, string>()
  const to = (visit: string) => proposed.get(visit) ?? (proposed.size > 0 ? null : readInstant(data.get(`to-${visit}`)))
  return new Map(
    shown.map((visit) => {
      const word = closureChoices.find((one) => one === chosen.get(visit)) ?? 'leave'
      return [visit, word === 'move' ? { choice: word, startsAt: to(visit) } : { choice: word }]
    }),
  )
}

function readInstant(sent: FormDataEntryValue | null): string | null {
  const at = Date.parse(String(sent))
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
