import type { Page } from '@playwright/test'
import { dayMs } from '@/lib/domain/time'
import { picturedAt } from './instant'

/** Returns the next day from tomorrow on that is not a weekend, as `2026-11-24`. */
export function nextWorkday(): string {
  const day = new Date(Date.parse(picturedAt) + dayMs)
  while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

/** To an address, until what can be pressed there is heard: before, a page is pressed in vain. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main button, main a')].every((element) =>
      Object.keys(element).some((name) => name.startsWith('__reactFiber')),
    ),
  )
}

/** To the form of the soonest hour. */
export async function openBooking(page: Page): Promise<void> {
  await open(page, '/')
  await page.locator('main [name=slot]').first().click()
  await page.locator('[name=email]').waitFor()
}

/** To the page of the saga in a row of the list. */
export async function openSaga(page: Page, row: string): Promise<void> {
  await open(page, '/sagas')
  await page.locator(`${row} a`).first().click()
  await page.locator('[aria-labelledby=facts]').waitFor()
}

/** To the page that the patient of a saga has, or to one below it. */
export async function openVisit(page: Page, row: string, below = ''): Promise<void> {
  await openSaga(page, row)
  const desk = await page.locator('a[href^="/day/visits/"]').getAttribute('href')
  const id = desk?.split('/').at(-1) ?? ''
  // `fill-clinic.ts` names the links so.
  await open(page, `/v/${id.replaceAll('-', '').slice(0, 26).toUpperCase()}`)
  await page.locator('[data-steps]').waitFor()
  if (below) await open(page, page.url() + below)
}

/** Asks for days off in which visits lie, and is told which; nothing is saved. */
export async function takeDayOff(page: Page): Promise<void> {
  await open(page, '/hours')
  await page.locator('[name="row.0.ends"]').fill('8')
  await page.locator('form[aria-labelledby=week] button:not([type])').last().click()
  await page.locator('form[aria-labelledby=week] [aria-invalid]').waitFor()
  await page.locator('[name=fromDay]').fill(nextWorkday())
  await page.locator('[name=untilDay]').fill(`${new Date(picturedAt).getFullYear() + 1}-03-01`)
  await page.locator('#time-off form:has([name=fromDay]) button').last().click()
  await page.locator('#time-off [role=alert]').waitFor()
}

/** To the page of a visit as its doctor has it. */
export async function openDoctorVisit(page: Page): Promise<void> {
  await open(page, `/calendar?date=${nextWorkday()}`)
  await page.locator('[data-grid=ready] [data-visit]:visible').first().click()
  await page.locator('[role=dialog] a[href^="/calendar/visits/"]').click()
  await page.locator('[aria-labelledby=facts]').waitFor()
}

/** Opens everything that asks before it does something. */
export async function openAsks(page: Page): Promise<void> {
  for (const summary of await page.locator('summary', { hasText: '…' }).all()) await summary.click()
}
