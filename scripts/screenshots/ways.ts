import type { Page } from '@playwright/test'

/** The next day from tomorrow on that is not a weekend, as `2026-11-24`. */
export function nextWorkday(): string {
  const day = new Date(Date.now() + 86_400_000)
  while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

/** To the form of the soonest hour. */
export async function openBooking(page: Page): Promise<void> {
  await page.goto('/')
  await page.locator('.time').first().click()
  await page.locator('[name=email]').waitFor()
}

/** To the page of the saga in a row of the list. */
export async function openSaga(page: Page, row: string): Promise<void> {
  await page.goto('/sagas')
  await page.locator(`${row} a.cover`).first().click()
  await page.locator('.sagagrid').waitFor()
}

/** To the page that the patient of a saga has, or to one below it. */
export async function openVisit(page: Page, row: string, below = ''): Promise<void> {
  await openSaga(page, row)
  await page.locator('a[href^="/visits/"]').click()
  await page.locator('.verdict').waitFor()
  if (below) await page.goto(page.url() + below)
}

/** Asks for days off in which visits lie, and is told which; nothing is saved. */
export async function takeDayOff(page: Page): Promise<void> {
  await page.goto('/hours')
  await page.locator('[name="row.0.ends"]').fill('8')
  await page.locator('[name=version] ~ .pad .btn.pen').click()
  await page.locator('.hourrow .refusal').waitFor()
  await page.locator('[name=fromDay]').fill(nextWorkday())
  await page.locator('[name=untilDay]').fill(`${new Date().getFullYear() + 1}-03-01`)
  await page.locator('#time-off .btn.pen').click()
  await page.locator('.note.attention').waitFor()
}

/** To the page of a visit as its doctor has it. */
export async function openDoctorVisit(page: Page): Promise<void> {
  await page.goto(`/calendar?date=${nextWorkday()}`)
  await page.locator('a.visit').first().click()
  await page.locator('.sagagrid').waitFor()
}

/** Opens everything that asks before it does something. */
export async function openAsks(page: Page): Promise<void> {
  for (const summary of await page.locator('.ask > summary').all()) await summary.click()
}
