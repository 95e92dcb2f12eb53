import { rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { minuteMs } from '@/lib/domain/time'
import { accounts, demoPassword } from '@/prisma/demo/cast'
import { noInngest } from '@/tests/run/e2e-run'
import { type Clinic, startClinic } from './clinic'
import { expect, expectAccessible, fill, newGuest, signIn, test } from './people'
import { clinicToKill } from './under-test'

const { folder, port, address } = clinicToKill
const start = (demo: 'on' | 'off') => startClinic(folder, port, { ...noInngest, CARNET_DEMO: demo })

test.use({ baseURL: address })

let clinic: Clinic | undefined
test.beforeEach(() => rmSync(folder, { recursive: true, force: true }))
test.afterEach(async () => clinic?.stop())

const admin = { name: 'Nadia Benali', email: 'nadia@clinic.example', password: 'a long password' }

/** What is typed on each screen, by label; and the button that sends it. */
const screens: { heading: string | RegExp; typed: Record<string, string>; submit: string }[] = [
  {
    heading: 'What is the clinic called?',
    typed: { Name: 'Cabinet du Port', Address: '3 quai des Brumes, 29200 Brest', Phone: '01 99 00 01 43' },
    submit: 'Continue',
  },
  {
    heading: 'Who runs it?',
    typed: { 'Your name': admin.name, Email: admin.email, Password: admin.password },
    submit: 'Continue',
  },
  {
    heading: 'Who sees patients?',
    typed: { 'First name and last name': 'Maud Lescop', Email: 'maud@clinic.example' },
    submit: 'Add this doctor',
  },
  { heading: 'What are Dr Lescop’s hours?', typed: {}, submit: 'Continue: the test email' },
  { heading: 'Do emails arrive?', typed: {}, submit: 'Send a test email' },
  { heading: 'Cabinet du Port is ready.', typed: {}, submit: 'Open the clinic' },
]

test('from the printed link to a stranger’s confirmed visit: six screens, killed on the way, in one browser alone', async ({
  browser,
  expectError,
}) => {
  test.setTimeout(6 * minuteMs)
  expectError(/net::ERR_|Failed to (fetch|load resource)/)
  clinic = await start('off')
  const link = clinic.address
  const stranger = await browser.newPage()
  expect((await stranger.goto('/sign-in'))?.status()).toBe(503)
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('This clinic is not open yet.')
  expect((await stranger.request.get('/api/health/ready')).status()).toBe(503)
  expect((await stranger.goto('/setup/nonsense'))?.status()).toBe(404)

  const page = await browser.newPage()
  const late = await browser.newPage()
  await page.goto(link)
  await late.goto(link)
  let fields = 0
  for (const [index, { heading, typed, submit }] of screens.entries()) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await expectAccessible(page)
    fields += await countFields(page)
    await refusedFirst(page, index)
    for (const [label, text] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(text)
    if (index === 3) {
      // What was sent before is kept through a death; a new start prints another link, which nobody needs here.
      await clinic.kill()
      clinic = await start('off')
      await page.goto('/setup')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
      for (const [label, text] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(text)
    }
    await page.getByRole('button', { name: submit }).click()
    if (index === 0) await expectTooLate(late, link)
    if (index === 2 || index === 4) await page.getByRole('link', { name: /^Continue/ }).click()
  }
  await page.waitForURL(/sagas|day/)
  expect(fields).toBeLessThanOrEqual(25)
  expect((await page.goto('/setup'))?.status()).toBe(404)
  expect((await late.goto(link))?.status()).toBe(404)

  await stranger.goto('/')
  await stranger.locator('[href^="/book/maud-lescop/"], button[name=slot]').first().click()
  await fill(stranger, newGuest())
  await stranger.getByRole('button', { name: 'Book this appointment' }).click()
  await stranger.waitForURL(/\/v\//)
  await expect(stranger.getByRole('status')).toContainText('Your appointment is confirmed.')
})

/** How many fields there are to fill in: what is chosen by several boxes is one. */
async function countFields(page: Page): Promise<number> {
  const names = await page
    .locator('main form')
    .locator('input:not([type=hidden]), select')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name.replace(/\d$/, '')))
  return new Set(names).size
}

/** A form sent with what nobody can mean comes back with a sentence, and the step is not done. */
async function refusedFirst(page: Page, index: number): Promise<void> {
  if (index === 1) {
    await page.getByLabel('Password', { exact: true }).fill('short')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByText('Choose a password of at least 10 characters.')).toBeVisible()
  }
  if (index === 3) {
    await page.getByLabel('Morning from').fill('14:00')
    await page.getByRole('button', { name: /^Continue/ }).click()
    await expect(page.locator('.refusal').first()).toBeVisible()
    await page.getByLabel('Morning from').fill('08:30')
  }
}

/** Somebody who had the link open in another browser, and sends their form after the first. */
async function expectTooLate(late: Page, link: string): Promise<void> {
  for (const [label, text] of Object.entries(screens[0]?.typed ?? {}))
    await late.getByLabel(label, { exact: true }).fill(text)
  await late.getByRole('button', { name: 'Continue' }).click()
  await expect(late.getByRole('heading', { level: 1 })).not.toHaveText('Who runs it?')
  expect((await late.goto(link))?.status()).toBe(404)
}

test('with the demo off none of its accounts gets in, nor stays in', async ({ browser, expectError }) => {
  test.setTimeout(4 * minuteMs)
  expectError(/net::ERR_|Failed to (fetch|load resource)|EventSource/)
  clinic = await start('on')
  const page = await browser.newPage()
  await signIn(page, 'ada')
  await clinic.stop()

  clinic = await start('off')
  await page.goto('/clinic/people')
  await page.waitForURL(/\/sign-in/)
  await expect(page.getByText(demoPassword)).toHaveCount(0)
  for (const { email } of Object.values(accounts)) {
    await page.getByLabel('Email', { exact: true }).fill(email)
    await page.getByLabel('Password').fill(demoPassword)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('The email and password do not match.')).toBeVisible()
  }
})
