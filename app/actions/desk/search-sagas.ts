'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { limits } from '@/lib/domain/limits'
import { searchParam } from '@/lib/queries/saga/saga-address'
import { mayPress } from '../may-press'

const word = z.string().max(limits.search).default('')
const [narrows, looks] = [
  { q: word, tab: word, type: word, doctor: word, period: word, cause: word },
  { sort: word, without: word },
]
const form = z.object({ ...narrows, ...looks })

/**
 * Narrows the list of sagas. What names a person goes into the address sealed: addresses are kept in histories and
 * logs.
 */
export async function searchSagasAction(data: FormData): Promise<void> {
  await mayPress('searchSagas')
  const { q, ...plain } = form.parse(Object.fromEntries(data))
  const said = Object.entries({ ...plain, ...searchParam(q) }).filter((entry): entry is [string, string] => !!entry[1])
  redirect(`/sagas?${new URLSearchParams(said)}` as Route)
}
