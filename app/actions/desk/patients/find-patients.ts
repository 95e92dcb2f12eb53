'use server'

import { db } from '@/lib/db/client'
import { limits } from '@/lib/domain/limits'
import type { FoundAnswer } from '@/lib/domain/patient/found-patient'
import { isoNow } from '@/lib/iso-now'
import { findPatients } from '@/lib/queries/people/find-patients'
import { mayPress } from '../../may-press'

/** Finds people by what was typed, for a browser without a script: it is sent in the form, since addresses are kept in logs. */
export async function findPatientsAction(_: FoundAnswer | null, data: FormData): Promise<FoundAnswer> {
  const { doctor } = await mayPress('findPatients')
  const typed = String(data.get('typed') ?? '').slice(0, limits.search)
  return { typed, found: await findPatients(db(), typed, doctor?.id ?? null, isoNow()) }
}
