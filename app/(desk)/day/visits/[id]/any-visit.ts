import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { requirePage } from '@/app/require-page'
import { db } from '@/lib/db/client'
import { isId } from '@/lib/ids'
import { findVisit } from '@/lib/queries/visit/visits'

/** Returns any doctor's visit, for the front desk; a doctor has pages of their own. */
export async function requireAnyVisit(id: string) {
  const { doctor } = await requirePage('/day')
  if (doctor) redirect(`/calendar/visits/${id}` as Route)
  return (isId(id) ? await findVisit(db(), id) : undefined) ?? notFound()
}
