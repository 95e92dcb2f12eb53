import { book, expect, expectAccessible, newGuest, test } from './people'

test('in the demo anybody reads what was sent; only the clinic opens its saga', async ({ page, signedIn }) => {
  const guest = await book(page, newGuest(), 41)
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  await page.goto('/inbox?channel=email')
  await expect(page.getByText('nothing leaves this machine')).toBeVisible()
  await page.locator('.msg', { hasText: guest.email }).first().click()
  await expect(page.locator('.reader iframe')).toHaveAttribute('sandbox', /^(?!.*allow-scripts)/)
  await expect(page).toHaveURL(/channel=email/)
  await expect(page.getByRole('link', { name: 'Open its saga' })).toHaveCount(0)
  const invitation = page.getByRole('link', { name: 'Invitation (.ics)' })
  if ((await invitation.count()) > 0) await expect(invitation).toHaveAttribute('download', /\.ics$/)
  await expectAccessible(page)

  const admin = await signedIn('ada')
  await admin.goto(page.url())
  await admin.getByRole('link', { name: 'Open its saga' }).click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Everything is done.')
})

test('the inbox is narrowed to one channel, each with its number', async ({ page }) => {
  await page.goto('/inbox')
  const nav = page.getByRole('navigation', { name: 'Channel' })
  const sms = nav.getByRole('link', { name: /^SMS/ })
  const count = Number((await sms.textContent())?.replace(/\D/g, ''))
  await sms.click()
  await expect(sms).toHaveAttribute('aria-current', 'page')
  await expect(page.locator('.msg')).toHaveCount(Math.min(count, 50))
})
