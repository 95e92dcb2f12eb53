'use server'

import { z } from 'zod'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { listDoctors } from '@/lib/queries/people/doctors'
import { readFilters } from '@/lib/queries/saga/saga-address'
import { listSeenSagas, type SeenSaga } from '@/lib/queries/saga/saga-list'
import { mayPress } from '../may-press'

const word = z.string().max(500).optional()
const address = z.object({ tab: word, type: word, doctor: word, period: word, cause: word, q: word, sealed: word })

/** All sagas that a list's address finds, each in the version it had at `seenAt` (ISO instant); a thousand at most. */
export async function listSeenSagasAction(params: Record<string, string>, seenAt: string): Promise<SeenSaga[]> {
  await mayPress('listSeenSagas')
  const now = isoNow()
  const filters = readFilters(address.parse(params), { doctors: await listDoctors(db()), now })
  return listSeenSagas(db(), filters, z.iso.datetime().parse(seenAt))
}
