'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { bookPath } from '@/components/book-path'
import { holdSlot } from '@/lib/commands/hold-slot'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { giveBrowserId } from '@/lib/session'

const form = z.object({
  doctor: z.string().regex(/^[a-z0-9-]{1,100}$/),
  slot: z.iso.datetime().transform((text) => new Date(text).toISOString()),
  type: z.uuid().optional(),
  request: z.uuid().optional(),
  /** Sent from the form of this very hour: what was typed there must stay. */
  again: z.literal('yes').optional(),
})

/**
 * Somebody chooses an hour: it is kept for their browser, then on to its form. One that cannot be had leads there too,
 * where it is said why. From its form it is kept again.
 */
export async function holdSlotAction(data: FormData): Promise<void> {
  const chosen = form.safeParse(Object.fromEntries(data))
  if (!chosen.success) notFound()
  const { doctor, slot: startsAt, type, request = newId(), again } = chosen.data
  const holder = await giveBrowserId()
  await holdSlot(db(), { holder, doctorSlug: doctor, visitTypeId: type, startsAt }, new Date().toISOString())
  if (again) revalidatePath('/book/[slug]/[start]', 'page')
  else redirect(bookPath(doctor, { startsAt }, { type, request }))
}
