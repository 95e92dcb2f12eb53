import type { Page } from '@playwright/test'
import { expect } from './people'

/** Opens the day of all doctors and waits until it answers. */
export async function openBoard(page: Page, day: string): Promise<void> {
  await page.goto(`/day?date=${day}`)
  await expect(page.locator('[data-board=ready]')).toBeVisible()
}

/** The column of a doctor. */
export const columnOf = (page: Page, slug: string) => page.locator(`#${slug}`)
/** The visit of a guest, in whichever column. */
export const blockOf = (page: Page, { name }: { name: string }) => page.locator('[data-board] a', { hasText: name })
/** The ISO day that an address names. */
export const dayOf = (path: string) => path.split('date=')[1] ?? ''

/** Where the middle of something is. */
export async function middleOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`there is no ${selector}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
