import { expect, fill, messages, newGuest, openForm, test } from './people'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? '' : ', without JavaScript'
  test(`whoever mistyped their address keeps the visit, is asked for another on its page, and is told there with a link of its own${how}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    const guest = newGuest()
    await openForm(page)
    // No name of the net ends so: the clinic's own mailbox knows nobody there.
    await fill(page, { ...guest, email: 'amina@gmial.com' })
    await page.getByRole('button', { name: 'Request this appointment' }).click()
    await expect(page.getByText('Is this address correct? Did you mean amina@gmail.com?')).toBeVisible()
    await expect(page.getByLabel('Patient’s name')).toHaveValue(guest.name)
    await expect(page.getByRole('button', { name: 'Yes, it is correct' })).toBeVisible()
    await fill(page, { ...guest, email: `${guest.email}.invalid` })
    await page.getByRole('button', { name: 'Request this appointment' }).click()
    await page.waitForURL(/\/v\//)
    const before = page.url()
    const heading = page.getByRole('heading', { name: /^We cannot email .…@.*\.invalid\.$/ })
    await expect(async () => {
      if (!javaScriptEnabled) await page.reload()
      await expect(heading).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await expect(page.getByRole('status').first()).toContainText('Your request has been sent.')

    const asked = page.getByRole('region', { name: /^We cannot email/ })
    await asked.getByLabel('Your email address').fill('amina')
    await asked.getByRole('button', { name: 'Send it there' }).click()
    await expect(page.getByText('The @ is missing.')).toBeVisible()
    await expect(asked.getByLabel('Your email address')).toHaveValue('amina')
    const slip = guest.email.replace(/@.*/, '@gmial.com')
    await asked.getByLabel('Your email address').fill(slip)
    await asked.getByRole('button', { name: 'Send it there' }).click()
    await asked.getByRole('button', { name: 'Yes, it is correct' }).click()
    await page.waitForURL((url) => url.href !== before && url.pathname.startsWith('/v/'))
    const after = page.url()
    await expect(async () => {
      if (!javaScriptEnabled) await page.reload()
      await expect(page.getByText(/Email sent to .…@gmial\.com/)).toBeVisible({ timeout: 1_000 })
    }).toPass()
    // A slow machine may have it sent once more before it is refused.
    await expect(async () => {
      await page.getByRole('button', { name: 'Send again' }).click({ timeout: 1_000 })
      await expect(page.getByText('We have only just sent it.')).toBeVisible({ timeout: 3_000 })
    }).toPass()

    await page.goto('/inbox')
    await messages(page).filter({ hasText: slip }).first().click()
    await expect(page.locator('body')).toContainText('Request received')
    await page.goto(before)
    await expect(page.getByRole('region', { name: 'The appointment' })).toBeHidden()
    await page.goto(after)
    await expect(page.getByRole('region', { name: 'The appointment' })).toBeVisible()
    await context.close()
  })
}
