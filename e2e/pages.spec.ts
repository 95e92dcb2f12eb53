import type { Page } from '@playwright/test'
import { book, expect, expectAccessible, fill, newGuest, openForm, test } from './people'

const open = ['/', '/?specialty=cardiology', '/doctors/helene-vasseur', '/sign-in', '/inbox', '/visits/nonsense']

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('every open page is accessible', async ({ page }) => {
      for (const path of open) {
        await page.goto(path)
        await expectAccessible(page)
      }
      await page.goto('/inbox')
      await page.locator('.msg').first().click()
      await expect(page.locator('.reader')).toBeVisible()
      await expectAccessible(page)
    })

    test('the form, its refusals and the page of a visit are accessible', async ({ page }) => {
      await openForm(page, 13)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Request this visit' }).click()
      await expect(page.getByText('Write the patient’s name.')).toBeVisible()
      await expectAccessible(page)
      await fill(page, newGuest())
      await page.getByRole('button', { name: 'Request this visit' }).click()
      await expect(page.getByRole('status')).toContainText('Your request is made.')
      await expectAccessible(page)
      await page.goto('/book/helene-vasseur/2020-01-06T08:00:00Z')
      await expectAccessible(page)
    })

    test('the desk’s pages are accessible', async ({ signedIn, browser }) => {
      for (const [who, paths] of [
        ['helene', ['/calendar', '/calendar?view=week', '/calendar?date=2030-06-02']],
        ['ada', ['/sagas', '/sagas?tab=running', '/health', '/health?range=quarter']],
      ] as const) {
        const signed = await signedIn(who)
        const context = await browser.newContext({ storageState: await signed.context().storageState(), colorScheme })
        const page = await context.newPage()
        for (const path of paths) {
          await page.goto(path)
          if (path.startsWith('/calendar'))
            await expect(page.locator('.calendar-height:not(.invisible) > *')).toBeVisible()
          await expectAccessible(page)
        }
        if (who === 'ada') {
          for (const state of ['attention', 'done']) {
            await page.goto('/sagas')
            await page.locator(`[data-state=${state}] a`).first().click()
            await expect(page.locator('.sagagrid')).toBeVisible()
            await expectAccessible(page)
          }
        }
        await context.close()
      }
    })
  })
}

test('a visit is booked with the keyboard alone', async ({ page }) => {
  await page.goto('/doctors/claire-moreau?week=1')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.locator('.slot:visible').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name of the patient')).toBeVisible()
  await page.getByLabel('Name of the patient').focus()
  const guest = newGuest()
  await page.keyboard.type(guest.name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(guest.email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Your request is made.')
})

test('nothing scrolls sideways on a phone', async ({ page, signedIn }) => {
  const expectToFit = async (on: Page, path: string) => {
    await on.goto(path)
    const overflow = await on.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, path).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await book(page, newGuest(), 14)
  for (const path of [page.url(), ...open]) await expectToFit(page, path)
  const desk = await signedIn('ada')
  await desk.setViewportSize({ width: 390, height: 844 })
  for (const path of ['/health', '/sagas']) await expectToFit(desk, path)
  await expectToFit(desk, (await desk.locator('[data-state=done] a').first().getAttribute('href')) ?? '')
})

test('a page speaks the browser’s language until another is chosen', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pris pour de bon, ou pas pris du tout.')
  await page.getByRole('button', { name: 'EN' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Booked for good, or not at all.')
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await context.close()
})

test('a wrong password is refused beside its field', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('ada@lilas.example')
  await page.getByLabel('Password').fill('not her password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The e-mail and the password do not match.')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue('ada@lilas.example')
})
