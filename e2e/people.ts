import AxeBuilder from '@axe-core/playwright'
import { type Browser, test as base, expect, type Locator, type Page } from '@playwright/test'
import { accounts, demoPassword } from '@/prisma/demo/cast'
import { shareClock } from './browser-clock'
import { freeHour } from './free-hour'
import { type ErrorWatch, type PageErrors, watchErrors } from './page-errors'

type Who = keyof typeof accounts
type People = {
  /** A page of somebody who is signed in. Signing in happens once for all tests: tries are limited. */
  signedIn: (who: Who) => Promise<Page>
}

type State = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>
const states = new Map<Who, State>()

/**
 * Tests with the clinic's people. A page that logs an error, throws one or breaks its security policy fails its test, and
 * so does a word that the server misses; in whatever context the page was opened.
 */
export const test = base.extend<People & ErrorWatch, { errors: PageErrors }>({
  browser: [
    async ({ browser }, use) => {
      shareClock(browser)
      await use(browser)
    },
    { scope: 'worker' },
  ],
  errors: [async ({ browser }, use) => use(watchErrors(browser)), { scope: 'worker' }],
  expectError: [
    async ({ errors }, use) => {
      errors.begin()
      await use(errors.allow)
      expect(errors.unexpected()).toEqual([])
      expect(errors.missed()).toEqual([])
    },
    { auto: true },
  ],
  signedIn: async ({ browser }, use) => {
    const pages: Page[] = []
    await use(async (who) => {
      const context = await browser.newContext({ storageState: await stateOf(browser, who) })
      const page = await context.newPage()
      pages.push(page)
      return page
    })
    for (const page of pages) await page.context().close()
  },
})

export { expect }

async function stateOf(browser: Browser, who: Who): Promise<State> {
  const known = states.get(who)
  if (known) return known
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, who)
  const state = await context.storageState()
  await context.close()
  states.set(who, state)
  return state
}

/** Signs in by the form and lands on the page of one's work. */
export async function signIn(page: Page, who: Who): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email', { exact: true }).fill(accounts[who].email)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/calendar|day/)
}

let guests = 0

/** A patient nobody has met before. */
export function newGuest(): { name: string; email: string } {
  const number = `${Date.now()}-${++guests}`
  return { name: `Guest ${number}`, email: `guest-${number}@example.org` }
}

/** The hours a page offers, as buttons or as links. What a phone hides of the week is none of them. */
export function freeHours(page: Page): Locator {
  const name = /^\d\d:\d\d$/
  return page.getByRole('button', { name }).or(page.getByRole('link', { name }))
}

/** The messages in the inbox, newest first. */
export function messages(page: Page): Locator {
  return page.getByRole('region', { name: 'Messages received' }).getByRole('link')
}

/** Opens the form of a free hour of a doctor, on a day that is the test's own. */
export async function openForm(page: Page, doctor = 'helene-vasseur'): Promise<void> {
  const { startsAt, day, week } = await freeHour(doctor)
  await page.goto(`/doctors/${doctor}?week=${week}&day=${day}`)
  await page.locator(`button[name=slot][value="${startsAt}"]:visible`).click()
  await expect(page.getByLabel('Email', { exact: true })).toBeVisible()
}

/** The form whose hour is chosen; the hours beside it are forms of their own. */
export function bookingForm(page: Page): Locator {
  return page.locator('form', { has: page.locator('[name=requestId]') })
}

/** Books a free hour of Dr Vasseur, on a day that is the test's own, as a guest and lands on the page of the visit. */
export async function book(page: Page, guest = newGuest()): Promise<{ name: string; email: string }> {
  await openForm(page)
  return requestVisit(page, guest)
}

/** Asks for the hour whose form is open as a guest and lands on the page of the visit. */
export async function requestVisit(page: Page, guest = newGuest()): Promise<{ name: string; email: string }> {
  await fill(page, guest)
  await page.getByRole('button', { name: 'Request this appointment' }).click()
  await page.waitForURL(/\/v\//)
  return guest
}

/** The doctor says yes to a guest's request, whose page follows. */
export async function confirmVisit(doctor: Page, page: Page, { name }: { name: string }): Promise<void> {
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  await doctor.goto('/calendar')
  await doctor.getByRole('button', { name: `Confirm ${name}` }).click()
  await expect(page.getByRole('status')).toContainText('Your appointment is confirmed.')
}

/** The hour the page of a visit says it is at (ISO instant). */
export async function hourOn(page: Page): Promise<string> {
  return (await page.locator('[aria-labelledby=facts] h3 time').first().getAttribute('datetime')) ?? ''
}

/** Fails when somebody else could not book this hour of Dr Vasseur now. */
export async function expectFree(page: Page, hour: string): Promise<void> {
  await page.goto(`/book/helene-vasseur/${hour}`)
  await expect(page.getByRole('button', { name: 'Request this appointment' })).toBeVisible()
}

/** A line of the steps on the page of a visit, also once they are folded. */
export function lineOf(page: Page, title: string): Locator {
  return page.locator('[data-steps] li').filter({ hasText: title })
}

/** Writes a guest's name and address into the form. */
export async function fill(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.getByLabel('Patient’s name').fill(name)
  await page.getByLabel('Email', { exact: true }).fill(email)
}

/** The subjects of the mails that this address received, newest first. */
export async function mailOf(page: Page, email: string): Promise<string[]> {
  await page.goto('/inbox')
  return messages(page).filter({ hasText: email }).getByTestId('subject').allTextContents()
}

/** Fails when a time on the page breaks inside a word of it, on a narrow phone; leaves the page that narrow. */
export async function expectWholeTimes(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 })
  const broken = await page.locator('time:visible').evaluateAll((times) =>
    times
      .map((time) => {
        const words = document.createRange()
        words.selectNodeContents(time)
        const lines = new Set([...words.getClientRects()].map(({ top }) => Math.round(top)))
        return { text: time.textContent ?? '', lines: lines.size }
      })
      // A space that does not break is none.
      .filter(({ text, lines }) => lines > text.split(' ').length),
  )
  expect(broken).toEqual([])
}

/**
 * Fails when axe finds anything on the page, once it has come to rest: for a moment between two pages there is no title.
 * In the dark only the colours are another, and only they are looked at again. It cannot look into the mail's frame, where
 * nothing may run; and it keeps what passed to itself, since telling it costs as much as looking.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  axe.options({ iframes: false, resultTypes: ['violations'], ...(isDark && { runOnly: ['color-contrast'] }) })
  const found = async () => {
    const { violations } = await axe.analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  }
  await expect.poll(found).toEqual([])
}
