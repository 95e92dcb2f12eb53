import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { type Db, db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/appointment/notice'
import { isoNow } from '@/lib/iso-now'
import type { Result } from '@/lib/result'
import { type Field, form, id, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt, type Told } from '@/lib/web/form-answer'
import type { actions } from '../access'
import { mayPress } from '../may-press'

const visit = { requestId: id(), appointmentId: id('appointment_unknown') }

/** What a form about one visit sends. */
export const visitForm = form(visit)

/** The same, with a reason if one was written. */
export const reasonedVisitForm = form({ ...visit, reason: text({ limit: 'words' }) })

type Visit = { requestId: string; appointmentId: string }

type Actions = typeof actions
/** What a doctor may do, and nobody else. */
type DoctorsAction = {
  [Name in keyof Actions]: Actions[Name] extends { doctor: 'own'; staff?: never } ? Name : never
}[keyof Actions]

type Command<Request extends Visit> = (
  db: Db,
  request: Request & { by: Actor },
  now: string,
) => Promise<Result<unknown, Told>>

/**
 * Does one thing about a visit in the name of the signed-in doctor, posts what comes of it, and shows the calendar
 * anew. Whose visit it is, the command judges.
 */
export async function doctorAct<Request extends Visit>(
  action: DoctorsAction,
  form: Field<Request>,
  data: FormData,
  command: Command<Request>,
): Promise<FormAnswer> {
  const { doctor } = await mayPress(action)
  return formAction(form, data, async (request) => {
    const by = { role: 'doctor', id: doctor.id } as const
    const result = await command(db(), { ...request, by }, isoNow())
    if (!result.ok) return [refusedAt(null, result)]
    after(relayNow)
    revalidatePath('/calendar')
    return []
  })
}
