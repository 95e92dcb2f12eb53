'use server'

import { z } from 'zod'
import { holdProposals } from '@/lib/commands/closure/hold-proposals'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { mayPress } from '../may-press'

const asked = z.object({ requestId: z.uuid(), startsAt: z.iso.datetime(), endsAt: z.iso.datetime() })

/** Another hour for each visit of a time that is to be closed (ISO instants, by visit); each is held for a few minutes. */
export async function proposeHoursAction(
  slug: string,
  closing: z.input<typeof asked>,
): Promise<Record<string, string>> {
  const { doctor: own } = await mayPress('proposeHours')
  const doctor = await requireNamedDoctor(own, slug)
  const { requestId, ...span } = asked.parse(closing)
  return Object.fromEntries(await holdProposals(db(), { requestId, doctorId: doctor.id, span }, isoNow()))
}
