import { lapseHolds } from './backstage'
import { bookingForm, expect, fill, newGuest, openForm, test } from './people'

const hourOf = (url: string) => decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '')

test('an hour that somebody chose is gone for others within two seconds, and cannot be booked past them', async ({
  page,
  browser,
}) => {
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto('/doctors/helene-vasseur?week=2')
  await expect(other.locator('.slot:visible').first()).toBeVisible()
  await page.goto('/doctors/helene-vasseur?week=2')
  const hour = (await page.locator('.slot:visible').nth(9).getAttribute('value')) ?? ''
  const shown = other.locator(`.slot[value="${hour}"]`)
  await expect(shown).toHaveCount(1)
  await page.locator('.slot:visible').nth(9).click()
  await expect(page.getByText(/Kept for you for another [45]:\d\d/)).toBeVisible()
  await expect(shown).toHaveCount(0, { timeout: 2_000 })

  await other.goto(`/book/helene-vasseur/${hour}`)
  await expect(other.getByRole('status')).toContainText('That slot has just been taken.')
  await other.goto('/doctors/helene-vasseur?week=2')
  await other.locator('.slot:visible').nth(3).click()
  await fill(other, newGuest())
  await bookingForm(other)
    .locator('[name=slot]')
    .evaluate((input, slot) => input.setAttribute('value', slot), hour)
  await other.getByRole('button', { name: 'Request this visit' }).click()
  await expect(other.getByRole('alert').filter({ hasText: 'just been taken' })).toBeVisible()

  await lapseHolds(8_000)
  await other.goto('/doctors/helene-vasseur?week=2')
  await expect(shown).toHaveCount(1, { timeout: 20_000 })
  await context.close()
})

test('when a hold is over it is said, what was typed stays, and the hour is kept again at a press', async ({
  page,
}) => {
  await openForm(page, 30)
  const hour = hourOf(page.url())
  await lapseHolds(3_000)
  await page.reload()
  const guest = newGuest()
  await fill(page, guest)
  await expect(page.locator('.hold.over')).toBeVisible()
  await expect(page.getByText('Your hold is over.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Keep it again' }).click()
  await expect(page.getByText(/Kept for you for another [45]:\d\d/)).toBeVisible()
  expect(hourOf(page.url())).toBe(hour)
  await expect(page.getByLabel('Name of the patient')).toHaveValue(guest.name)
  await expect(page.getByLabel('E-mail')).toHaveValue(guest.email)
  await page.getByRole('button', { name: 'Request this visit' }).click()
  await expect(page.getByRole('status').first()).toContainText('Your request is made.')
})

for (const javaScriptEnabled of [true, false]) {
  test(`from the first page to booked in two clicks and two typed fields${javaScriptEnabled ? '' : ', without JavaScript'}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    let clicks = 0
    let fields = 0
    const click = async (name: string | RegExp) => {
      clicks++
      await page.getByRole('button', { name }).first().click()
    }
    const type = async (label: string, text: string) => {
      fields++
      await page.getByLabel(label).fill(text)
    }
    const guest = newGuest()
    await page.goto('/')
    await click(/Dr Claire Moreau/)
    await type('Name of the patient', guest.name)
    await type('E-mail', guest.email)
    await click('Request this visit')
    await page.waitForURL(/\/visits\//)
    expect(clicks).toBeLessThanOrEqual(3)
    expect(fields).toBeLessThanOrEqual(3)
    await context.close()
  })
}

test('a visit that needs no doctor’s word is confirmed by itself, as long as its type is', async ({ page }) => {
  await page.goto('/doctors/helene-vasseur?week=1')
  await page.getByRole('link', { name: /Vaccine/ }).click()
  await page.waitForURL(/type=/)
  await page.locator('.slot:visible').nth(4).click()
  await expect(page.getByText('Vaccine · Dr Hélène Vasseur')).toBeVisible()
  await fill(page, newGuest())
  await page.getByRole('button', { name: 'Request this visit' }).click()
  await expect(page.getByRole('status')).toContainText('It is confirmed.', { timeout: 30_000 })
  await expect(page.getByRole('definition').filter({ hasText: 'Vaccine' })).toBeVisible()
})
