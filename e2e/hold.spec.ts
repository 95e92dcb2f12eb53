import { lapseHolds } from './backstage'
import { bookingForm, expect, expectWholeTimes, fill, freeHours, lineOf, newGuest, openForm, test } from './people'

const hourOf = (url: string) => decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '')

test('an hour that somebody chose is gone for others within two seconds, and cannot be booked past them', async ({
  page,
  browser,
}) => {
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto('/doctors/helene-vasseur?week=2')
  await expect(freeHours(other).first()).toBeVisible()
  await page.goto('/doctors/helene-vasseur?week=2')
  const hour = (await freeHours(page).nth(9).getAttribute('value')) ?? ''
  const shown = other.locator(`[name=slot][value="${hour}"]`)
  await expect(shown).toHaveCount(1)
  await freeHours(page).nth(9).click()
  await expect(page.getByText(/Held for you for another [45]:\d\d/)).toBeVisible()
  await expect(shown).toHaveCount(0)

  await other.goto(`/book/helene-vasseur/${hour}`)
  await expect(other.getByRole('status')).toContainText('That time has just been taken.')
  await other.goto('/doctors/helene-vasseur?week=2')
  await freeHours(other).nth(3).click()
  await fill(other, newGuest())
  await bookingForm(other)
    .locator('[name=slot]')
    .evaluate((input, slot) => input.setAttribute('value', slot), hour)
  await other.getByRole('button', { name: 'Request this appointment' }).click()
  await expect(other.getByRole('alert').filter({ hasText: 'just been taken' })).toBeVisible()

  await lapseHolds(8_000)
  await other.goto('/doctors/helene-vasseur?week=2')
  await expect(shown).toHaveCount(1)
  await context.close()
})

test('when a hold is over it is said, what was typed stays, and the hour is kept again at a press', async ({
  page,
}) => {
  await openForm(page)
  const hour = hourOf(page.url())
  const guest = newGuest()
  const name = page.getByLabel('Patient’s name')
  await expect(page.locator('h1:focus')).toBeVisible()
  for (let presses = 0; presses < 10 && !(await name.evaluate((field) => field.matches(':focus'))); presses++)
    await page.keyboard.press('Tab')
  await expect(name).toBeFocused()
  await fill(page, guest)
  await page.goBack()
  await expect(freeHours(page).first()).toBeVisible()
  await page.goForward()
  await expect(page.getByLabel('Patient’s name')).toHaveValue(guest.name)
  await expect(page.getByRole('button', { name: 'Hold it 5 more minutes' })).toBeHidden()
  await lapseHolds(50_000)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Hold it 5 more minutes' })).toBeVisible()
  await lapseHolds(3_000)
  await page.reload()
  await fill(page, guest)
  await expect(page.locator('[data-left="0"]')).toBeVisible()
  await expect(page.getByText('Time is up.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Hold it 5 more minutes' }).click()
  await expect(page.getByText(/Held for you for another [45]:\d\d/)).toBeVisible()
  expect(hourOf(page.url())).toBe(hour)
  await expect(page.getByLabel('Patient’s name')).toHaveValue(guest.name)
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(guest.email)
  await page.getByRole('button', { name: 'Request this appointment' }).click()
  await expect(page.getByRole('status').first()).toContainText('Your request has been sent.')
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
      await page.getByLabel(label, { exact: true }).fill(text)
    }
    const guest = newGuest()
    await page.goto('/')
    await click(/Dr Claire Moreau/)
    await type('Patient’s name', guest.name)
    await type('Email', guest.email)
    await click('Request this appointment')
    await page.waitForURL(/\/v\//)
    expect(clicks).toBeLessThanOrEqual(3)
    expect(fields).toBeLessThanOrEqual(3)
    await context.close()
  })
}

test('a visit that needs no doctor’s word is confirmed by itself, as long as its type is', async ({ page }) => {
  await page.goto('/doctors/helene-vasseur?week=1')
  await freeHours(page).nth(4).click()
  await expect(page.getByText(/Held for you for another [45]:\d\d/)).toBeVisible()
  const hour = hourOf(page.url())
  await page.getByText('Consultation · 20 min Change reason').click()
  await page.getByRole('button', { name: 'Vaccine · 10 min' }).click()
  await expect(page.getByText('Vaccine · 10 min Change reason')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByText(/Held for you for another [45]:\d\d/)).toBeVisible()
  expect(hourOf(page.url())).toBe(hour)
  await fill(page, newGuest())
  await page.getByRole('button', { name: 'Book this appointment' }).click()
  await expect(page.getByRole('status')).toContainText('Your appointment is confirmed.')
  await expect(page).toHaveTitle(/^✓ Confirmed, /)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\w+ \d+\s\w+ at \d\d:\d\d$/)
  const slip = page.getByRole('region', { name: 'The appointment' })
  await expect(slip).toContainText('Vaccine')
  await expect(slip.getByRole('link', { name: 'Directions' })).toHaveAttribute(
    'href',
    /^https:\/\/www\.openstreetmap\.org\//,
  )
  await expect(page.getByText(/^We will remind you /)).toBeVisible()
  await expect(lineOf(page, 'Confirmed straight away')).toBeHidden()
  await page.getByText('What happened').click()
  await expect(lineOf(page, 'Confirmed straight away')).toBeVisible()
  await expectWholeTimes(page)
})
