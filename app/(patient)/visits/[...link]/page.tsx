import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { requirePage } from '@/app/require-page'

/**
 * What stood in messages before links could expire and be revoked: it opens nothing, and leads to a code. This page goes
 * with the first release after the day that docs/decisions/0034-a-link-is-a-row.md names.
 */
export default async function OlderLinkPage(): Promise<never> {
  await requirePage('/visits')
  redirect('/my-visits?link=older' as Route)
}
