import { book, expect, expectAccessible, messages, test } from './people'

test('in the demo anybody reads what was sent; only the clinic opens its saga', async ({ page, signedIn }) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  await page.goto('/inbox?channel=mail')
  await expect(page.getByText('nothing leaves this machine')).toBeVisible()
  await messages(page).filter({ hasText: guest.email }).first().click()
  await expect(page.getByRole('article').locator('iframe')).toHaveAttribute('sandbox', /^(?!.*allow-scripts)/)
  await expect(page).toHaveURL(/channel=mail/)
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
  const sms = nav.getByRole('link', { name: /^Text message/ })
  const count = Number((await sms.textContent())?.replace(/\D/g, ''))
  await sms.click()
  await expect(sms).toHaveAttribute('aria-current', 'page')
  await expect(messages(page)).toHaveCount(Math.min(count, 50))
})
