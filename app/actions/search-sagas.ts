'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { searchParam } from '@/lib/queries/saga-address'
import { requireRole } from '@/lib/session'

const word = z.string().max(200).default('')
const form = z.object({ q: word, tab: word, type: word, doctor: word, period: word, cause: word })

/** Narrows the list of sagas. What names a person goes into the address sealed: addresses are kept in histories and logs. */
export async function searchSagasAction(data: FormData): Promise<void> {
  await requireRole('admin', 'staff')
  const { q, ...plain } = form.parse(Object.fromEntries(data))
  const said = Object.entries({ ...plain, ...searchParam(q) }).filter((entry): entry is [string, string] => !!entry[1])
  redirect(`/sagas?${new URLSearchParams(said)}` as Route)
}
