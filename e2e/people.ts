import AxeBuilder from '@axe-core/playwright'
import { type Browser, test as base, expect, type Locator, type Page } from '@playwright/test'
import { accounts, demoPassword } from '@/prisma/cast'

type Who = keyof typeof accounts
type People = {
  /** A page of somebody who is signed in. Signing in happens once for all tests: tries are limited. */
  signedIn: (who: Who) => Promise<Page>
}

type State = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>
const states = new Map<Who, State>()

/** What a test does on purpose, and Playwright's own script in the mail's frame, where nothing may run. */
const expected = /status of 404|ERR_FAILED|Blocked script execution in 'about:srcdoc'/

/** Tests with the clinic's people. A page that logs an error, or breaks its security policy, fails its test. */
export const test = base.extend<People & { quiet: undefined }>({
  quiet: [
    async ({ context }, use) => {
      const errors: string[] = []
      const isOurs = (text: string) => !expected.test(text)
      context.on(
        'console',
        (message) => message.type() === 'error' && isOurs(message.text()) && errors.push(message.text()),
      )
      context.on('weberror', (error) => errors.push(error.error().message))
      await use(undefined)
      expect(errors).toEqual([])
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
  await page.getByLabel('E-mail').fill(accounts[who].email)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/calendar|sagas/)
}

let guests = 0

/** A patient nobody has met before. */
export function newGuest(): { name: string; email: string } {
  const number = `${Date.now()}-${++guests}`
  return { name: `Guest ${number}`, email: `guest-${number}@example.org` }
}

/** Opens the form of one of a doctor's free hours, counted from the soonest; on a phone, of those of one day. */
export async function openForm(page: Page, number = 0, doctor = 'helene-vasseur'): Promise<void> {
  await page.goto(`/doctors/${doctor}?week=1`)
  const hours = page.locator('.slot:visible')
  await hours.nth(number % (await hours.count())).click()
  await expect(page.getByLabel('E-mail')).toBeVisible()
}

/** The form whose hour is chosen; the hours beside it are forms of their own. */
export function bookingForm(page: Page): Locator {
  return page.locator('form', { has: page.locator('[name=requestId]') })
}

/** Books a free hour of Dr Vasseur as a guest and lands on the page of the visit. */
export async function book(page: Page, guest = newGuest(), number = 0): Promise<{ name: string; email: string }> {
  await openForm(page, number)
  await fill(page, guest)
  await page.getByRole('button', { name: 'Request this visit' }).click()
  await page.waitForURL(/\/visits\//)
  return guest
}

/** The doctor says yes to a guest's request, whose page follows. */
export async function confirmVisit(doctor: Page, page: Page, { name }: { name: string }): Promise<void> {
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  await doctor.goto('/calendar')
  await doctor.getByRole('button', { name: `Confirm ${name}` }).click()
  await expect(page.getByRole('status')).toContainText('It is confirmed.', { timeout: 30_000 })
}

/** The hour the page of a visit says it is at (ISO instant). */
export async function hourOn(page: Page): Promise<string> {
  return (await page.locator('dd time').first().getAttribute('datetime')) ?? ''
}

/** Fails when somebody else could not book this hour of Dr Vasseur now. */
export async function expectFree(page: Page, hour: string): Promise<void> {
  await page.goto(`/book/helene-vasseur/${hour}`)
  await expect(page.getByRole('button', { name: 'Request this visit' })).toBeVisible()
}

/** A line of the steps on the page of a visit. */
export function lineOf(page: Page, title: string): Locator {
  return page.locator('.steps li', { hasText: title })
}

/** Writes a guest's name and address into the form. */
export async function fill(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.getByLabel('Name of the patient').fill(name)
  await page.getByLabel('E-mail').fill(email)
}

/** The subjects of the mails that this address received, newest first. */
export async function mailOf(page: Page, email: string): Promise<string[]> {
  await page.goto('/inbox')
  return page.locator('.msg', { hasText: email }).locator('.sub').allTextContents()
}

/**
 * Fails when axe finds anything on the page. It cannot look into the mail's frame, where nothing may run; and it keeps what
 * passed to itself, since telling it costs as much as looking.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ iframes: false, resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
}
