'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { holdSlot } from '@/lib/commands/visit/hold-slot'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { bookPath } from '@/lib/views/book-path'
import { holderOf, holdIdOf, proof } from '@/lib/web/booking-proof'
import { choice, filledIn, form, id, instant, optional } from '@/lib/web/fields'
import { readForm } from '@/lib/web/form-action'
import { type HoldAnswer, refusedAt } from '@/lib/web/form-answer'
import { isSentByScript } from '@/lib/web/sent-by-script'
import { mayPress } from '../may-press'

const hour = form({
  proof: proof(),
  doctor: filledIn(100),
  slot: instant(),
  type: optional(id()),
  request: optional(id()),
  /** Sent from the form of this very hour: what was typed there must stay. */
  again: optional(choice(['yes'])),
})

/**
 * Somebody chooses an hour: it is kept for whoever has the proof that their page was made with, then on to its form. One
 * that cannot be had leads there too, where it is said why. From its form it is kept again. Without JavaScript the form is
 * the answer itself, so that the proof stands in no address and nothing has to be kept by the browser.
 */
export async function holdSlotAction(_: HoldAnswer, data: FormData): Promise<HoldAnswer> {
  await mayPress('holdSlot')
  const chosen = readForm(hour, Object.fromEntries(data))
  if (!chosen.ok) notFound()
  const { proof, doctor, slot: startsAt, type, request = newId(), again } = chosen.value
  const wanted = { doctorSlug: doctor, visitTypeId: type, startsAt }
  const held = await holdSlot(db(), { holder: holderOf(proof), holdId: holdIdOf(request), ...wanted }, isoNow())
  if (await isSentByScript()) {
    if (!again) redirect(bookPath(doctor, { startsAt }, { type, request }))
    revalidatePath('/book/[slug]/[start]', 'page')
  }
  return held.ok ? { held: { request, proof, until: held.value.until } } : { refusal: refusedAt(null, held) }
}
