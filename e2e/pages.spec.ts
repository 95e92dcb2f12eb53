import { expect, expectAccessible, fill, freeHours, messages, newGuest, openForm, test } from './people'

/** In the light, every page is looked at where it is narrow. */
const open = [
  ...['/', '/?specialty=cardiology', '/doctors/helene-vasseur', '/contact', '/privacy'],
  ...['/sign-in', '/inbox', '/v/nonsense'],
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('every open page is accessible', async ({ page }) => {
      for (const path of colorScheme === 'dark' ? open : []) {
        await page.goto(path)
        await expectAccessible(page)
      }
      await page.goto('/inbox')
      await messages(page).first().click()
      await expect(page.getByRole('article')).toBeVisible()
      await expectAccessible(page)
    })

    test('the form, its refusals and the page of a visit are accessible', async ({ page }) => {
      await openForm(page)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Request this appointment' }).click()
      await expect(page.getByText('Enter the patient’s name.')).toBeVisible()
      await expectAccessible(page)
      await fill(page, newGuest())
      await page.getByRole('button', { name: 'Request this appointment' }).click()
      await expect(page.getByRole('status')).toContainText('Your request has been sent.')
      await expectAccessible(page)
      await page.goto('/book/helene-vasseur/2020-01-06T08:00:00Z')
      await expectAccessible(page)
    })

    test('the desk’s pages are accessible', async ({ signedIn, browser }) => {
      test.slow()
      for (const [who, paths] of [
        ['helene', ['/calendar', '/calendar?view=week', '/calendar?date=2030-06-02']],
        ['ada', ['/sagas', '/sagas?tab=running', '/health', '/health?range=quarter']],
      ] as const) {
        const signed = await signedIn(who)
        const context = await browser.newContext({ storageState: await signed.context().storageState(), colorScheme })
        const page = await context.newPage()
        for (const path of paths) {
          await page.goto(path)
          if (path.startsWith('/calendar')) await expect(page.locator('[data-grid=ready]')).toBeVisible()
          await expectAccessible(page)
        }
        if (who === 'ada') {
          for (const state of ['attention', 'done']) {
            await page.goto('/sagas')
            await page.locator(`[data-state=${state}] a`).first().click()
            await page.waitForURL(/\/sagas\/[0-9a-f-]+$/)
            await expectAccessible(page)
          }
        }
        await context.close()
      }
    })
  })
}

test('a visit is booked with the keyboard alone, from a place with another time', async ({ page }) => {
  await page.goto('/doctors/claire-moreau?week=1')
  await expect(page.getByText(/^All times are Paris time: at \d\d:\d\d it is \d\d:\d\d for you\.$/)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await freeHours(page).first().focus()
  await page.keyboard.press('Enter')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toBeFocused()
  const there = /\d\d:\d\d, Paris time \(\d\d:\d\d for you\)/
  await expect(heading).toHaveText(there)
  await page.keyboard.press('Tab')
  await expect(page.getByText('Consultation · 20 min Change reason')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Patient’s name')).toBeFocused()
  const guest = newGuest()
  await page.keyboard.type(guest.name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(guest.email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  await expect(page.getByRole('main')).toContainText(/at \d\d:\d\d it is \d\d:\d\d for you/)
})

test('a page speaks the browser’s language until another is chosen', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prendre rendez-vous au Centre de santé des Lilas')
  await page.getByRole('button', { name: 'EN', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Book an appointment at Centre de santé des Lilas')
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await context.close()
})

test('a wrong password is refused beside its field', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Email', { exact: true }).fill('ada@lilas.example')
  await page.getByLabel('Password').fill('not her password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The email and password do not match.')).toBeVisible()
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue('ada@lilas.example')
})
