import type { Browser, Page } from '@playwright/test'
import { mendAll } from './backstage'
import { book, expect, expectAccessible, freeHours, lineOf, test } from './people'
import { setFault } from './switches'

test.afterEach(mendAll)

type Scheme = 'light' | 'dark'

/** A phone on which the same person is signed in. */
async function phoneOf(browser: Browser, who: Page, colorScheme: Scheme): Promise<Page> {
  const storageState = await who.context().storageState()
  const context = await browser.newContext({ storageState, colorScheme, viewport: { width: 390, height: 844 } })
  return context.newPage()
}

/** Opens everything that asks first; fails when axe finds anything, or when the page is wider than its phone. */
async function expectSound(phone: Page): Promise<void> {
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible()
  for (const summary of await phone.locator('summary', { hasText: '…' }).all()) await summary.click()
  await expectAccessible(phone)
  const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, phone.url()).toBeLessThanOrEqual(0)
}

async function expectSoundMove(phone: Page, visit: string): Promise<void> {
  await phone.goto(`${visit}/move`)
  await expectSound(phone)
  await freeHours(phone).last().click()
  await expect(phone.getByRole('button', { name: 'Move it here' })).toBeVisible()
  await expectSound(phone)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme}, on a phone`, () => {
    test('a patient’s pages to change a visit are accessible and fit', async ({ page, browser }) => {
      await book(page)
      await expect(page.getByRole('status')).toContainText('Your request has been sent.')
      const visit = page.url()
      const phone = await phoneOf(browser, page, colorScheme)
      for (const path of ['', '/cancel', '/move/2031-01-06T08:00:00.000Z']) {
        await phone.goto(visit + path)
        await expectSound(phone)
      }
      await expectSoundMove(phone, visit)
      await phone.context().close()
    })

    test('a doctor’s pages to change a visit are accessible and fit', async ({ page, browser, signedIn }) => {
      const guest = await book(page)
      await expect(page.getByRole('status')).toContainText('Your request has been sent.')
      const phone = await phoneOf(browser, await signedIn('helene'), colorScheme)
      await phone.goto('/calendar')
      await expectSound(phone)
      await phone.getByRole('link', { name: guest.name }).click()
      await phone.waitForURL(/calendar\/visits\//)
      await expectSound(phone)
      await expectSoundMove(phone, phone.url())
      await phone.context().close()
    })

    test('an admin’s page to act on a saga is accessible and fits', async ({ page, browser, signedIn }) => {
      const admin = await signedIn('ada')
      await setFault(admin, 'Email and text messages', 'refuses everything')
      const guest = await book(page)
      await expect(lineOf(page, 'Message to let you know')).toContainText('failed:')
      const phone = await phoneOf(browser, admin, colorScheme)
      await phone.goto('/sagas')
      await phone.getByRole('row').filter({ hasText: guest.name }).getByRole('link').click()
      await phone.waitForURL(/sagas\/.+/)
      await expectSound(phone)
      await phone.context().close()
    })
  })
}

test('a visit is moved and cancelled with the keyboard alone', async ({ page }) => {
  await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const press = async (name: string | RegExp, role: 'link' | 'button' = 'link') => {
    await page.getByRole(role, { name }).first().focus()
    await page.keyboard.press('Enter')
  }
  await press('Move…')
  await page.waitForURL(/\/move$/)
  await press(/^\d\d:\d\d$/)
  await expect(page.getByRole('button', { name: 'Move it here' })).toBeVisible()
  await press('Move it here', 'button')
  await expect(lineOf(page, 'Moved')).toContainText('done:')
  await press('Cancel…')
  await expect(page.getByRole('button', { name: 'Cancel this appointment' })).toBeVisible()
  await press('Cancel this appointment', 'button')
  await expect(page.getByRole('status')).toContainText('Your appointment is cancelled.')
})
