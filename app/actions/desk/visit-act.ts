import { revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { relayNow } from '@/inngest/relay-now'
import { type Db, db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/appointment/may'
import { isoNow } from '@/lib/iso-now'
import type { Result } from '@/lib/result'
import { actorOf } from '@/lib/web/actor'
import { type Field, form, id, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import { type FormAnswer, refusedAt, type Told } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const visit = { requestId: id(), appointmentId: id('appointment_unknown') }

/** What a form about one visit sends. */
export const visitForm = form(visit)

/** The same, with a reason if one was written. */
export const reasonedVisitForm = form({ ...visit, reason: text({ limit: 'words' }) })

type Visit = { requestId: string; appointmentId: string }

/** What a doctor does about their own visits, and the desk about any. */
type VisitAction = 'cancelAppointment' | 'confirmAppointment' | 'declineAppointment'

type Command<Request extends Visit> = (
  db: Db,
  request: Request & { by: Actor },
  now: string,
) => Promise<Result<unknown, Told>>

/**
 * Does one thing about a visit in the name of whoever has signed in, posts what comes of it, and shows the day and the
 * calendar anew. Whose visit it is, the command judges.
 */
export async function visitAct<Request extends Visit>(
  action: VisitAction,
  form: Field<Request>,
  data: FormData,
  command: Command<Request>,
): Promise<FormAnswer> {
  const by = actorOf(await mayPress(action))
  return formAction(form, data, async (request) => {
    const result = await command(db(), { ...request, by }, isoNow())
    if (!result.ok) return [refusedAt(null, result)]
    after(relayNow)
    revalidatePath('/calendar')
    revalidatePath('/day')
    return []
  })
}
