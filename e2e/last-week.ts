import type { Page } from '@playwright/test'
import { appointmentOf, bookLastWeek } from './backstage'
import { newGuest } from './people'

/** A visit that was confirmed and whose hour came last week, and the day list it stands on. */
export async function visitOfLastWeek() {
  const guest = newGuest()
  const { id } = await bookLastWeek(guest)
  const row = await appointmentOf(guest)
  return { guest, id, path: `/day?date=${row?.startsAt.toISOString().slice(0, 10)}` }
}

/** The row of a guest's visit in a day. */
export const rowOf = (page: Page, { name }: { name: string }) => page.getByRole('row').filter({ hasText: name })
