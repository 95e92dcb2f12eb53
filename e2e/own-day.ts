import type { Browser, Page } from '@playwright/test'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { calendarPath } from '@/lib/views/calendar-range'
import { doctors } from '@/prisma/demo/cast'
import { bookAt } from './backstage'
import { freeHour } from './free-hour'
import { expect, newGuest } from './people'

/** What Dr Vasseur can be visited for: 20 minutes, 40 and 10 after it, and 10. */
export const [usual, long, short] = doctors.helene.visitTypes

/** A day of the test's own, and what books a guest on it so many minutes after its first hour. */
export async function ownDay() {
  const { startsAt, day } = await freeHour(doctors.helene.slug)
  const at = (minutes: number) => laterBy(startsAt, minutes * minuteMs)
  const bookAfter = async (minutes: number, visitType = usual, isRequest = false) => {
    const guest = newGuest()
    await bookAt(guest, { startsAt: at(minutes), visitTypeId: visitType?.id ?? '', isRequest })
    return guest
  }
  return { day, at, bookAfter }
}

/** The same person's page in another browser window. */
export async function otherWindow(
  browser: Browser,
  who: Page,
  options: Parameters<Browser['newContext']>[0],
): Promise<Page> {
  const context = await browser.newContext({ storageState: await who.context().storageState(), ...options })
  return context.newPage()
}

/** Opens a day, or its week, and waits until it answers. */
export async function openDay(page: Page, day: string, view: 'day' | 'week' = 'day'): Promise<void> {
  await page.goto(calendarPath(view, day))
  await expect(page.locator('[data-grid=ready]')).toBeVisible()
}

/** The block of a guest's visit in the grid. */
export const blockOf = (page: Page, { name }: { name: string }) => page.locator('[data-grid] a', { hasText: name })
