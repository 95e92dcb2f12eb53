import { lapseHolds } from './backstage'
import { book, bookingForm, expect, fill, mailOf, newGuest, openForm, test } from './people'
import { setFault } from './switches'

test('a guest books from the first page, watches each step, and both are told', async ({ page }) => {
  const guest = newGuest()
  await page.goto('/')
  await page.getByRole('link', { name: 'Paediatrics' }).click()
  await page.waitForURL(/specialty=pediatrics/)
  await page.locator('.time.first').first().click()
  await fill(page, guest)
  await page.getByRole('button', { name: 'Request this visit' }).click()

  await expect(page.getByRole('status')).toContainText('Your request is made.')
  const steps = page.getByRole('listitem')
  await expect(steps.filter({ hasText: 'In Dr Vasseur’s calendar' })).toContainText('done')
  await expect(steps.filter({ hasText: 'You have mail' })).toContainText('done')
  await expect(steps.filter({ hasText: 'Confirmed by Dr Vasseur' })).toContainText('to come')
  expect(await mailOf(page, guest.email)).toEqual([expect.stringMatching(/^Request received: /)])
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? '' : ', without JavaScript'
  test(`whoever leaves a number chooses how to be told, and may choose again: one who wants SMS gets no mail, and a link${how}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    const guest = newGuest()
    await openForm(page, 16)
    await fill(page, guest)
    await expect(page.getByRole('radio', { name: 'SMS only' })).toBeHidden()
    await page.getByLabel('Mobile phone').fill('06 39 98 55 21')
    await page.getByRole('radio', { name: 'SMS only' }).check()
    await page.getByLabel('Mobile phone').clear()
    await page.getByRole('button', { name: 'Request this visit' }).click()
    await expect(page.getByText('We need a number to send an SMS to.')).toBeVisible()
    await page.getByRole('radio', { name: 'Mail only' }).check()
    await expect(page.getByRole('radio', { name: 'SMS only' })).toBeVisible()
    await page.getByRole('radio', { name: 'SMS only' }).check()
    await page.getByLabel('Mobile phone').fill('06 39 98 55 21')
    await page.getByRole('button', { name: 'Request this visit' }).click()
    await page.waitForURL(/\/visits\//)
    await expect(async () => {
      if (!javaScriptEnabled) await page.reload()
      await expect(page.getByRole('listitem').filter({ hasText: 'You have an SMS' })).toContainText('done', {
        timeout: 1_000,
      })
    }).toPass()
    const visit = page.url()
    expect(await mailOf(page, guest.email)).toEqual([])
    await page.goto('/inbox?channel=sms')
    const text = await page.locator('.msg', { hasText: '06 39 98 55 21' }).first().locator('.sub').innerText()
    expect(text).toContain('request received')
    expect(text).toContain(visit)
    await context.close()
  })
}

test('the page of the visit follows the steps by itself', async ({ page, signedIn }) => {
  const admin = await signedIn('ada')
  await setFault(admin, 'Mail and SMS', 'is down')
  await book(page, newGuest(), 1)
  await expect(page.getByText('Live')).toBeVisible()
  await expect(page.getByText(/Mail is slow. Next try at/)).toBeVisible()
  await expect(page.getByRole('status')).toContainText('We are booking this visit.')
  await setFault(admin, 'Mail and SMS', 'works')
  await expect(page.getByRole('status')).toContainText('Your request is made.', { timeout: 40_000 })
})

test('where no stream gets through, the page reads itself again every five seconds', async ({ page }) => {
  await page.route('**/stream', (route) => route.abort())
  await book(page, newGuest(), 15)
  await expect(page.getByText('Page read again every 5 seconds')).toBeVisible()
  await expect(page.getByRole('status')).toContainText('Your request is made.', { timeout: 30_000 })
})

test('without JavaScript a guest books, is corrected, and sees the steps', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const guest = newGuest()
  await openForm(page, 2)
  await fill(page, { ...guest, email: 'amina.example.org' })
  await page.getByRole('button', { name: 'Request this visit' }).click()
  await expect(page.getByText('The @ is missing.')).toBeVisible()
  await expect(page.getByLabel('Name of the patient')).toHaveValue(guest.name)
  await page.getByLabel('E-mail').fill(guest.email)
  await page.getByRole('button', { name: 'Request this visit' }).click()
  await page.waitForURL(/\/visits\//)
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('status')).toContainText('Your request is made.', { timeout: 1_000 })
  }).toPass()
  await page.getByRole('button', { name: 'FR' }).click()
  await expect(page.getByRole('status')).toContainText('Votre demande est faite.')
  await context.close()
})

test('a double click books once', async ({ page }) => {
  const guest = newGuest()
  await openForm(page, 3)
  await fill(page, guest)
  await page.getByRole('button', { name: 'Request this visit' }).dblclick()
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  expect(await mailOf(page, guest.email)).toHaveLength(1)
})

test('going back and sending again leads to the same visit', async ({ page }) => {
  const guest = await book(page, newGuest(), 4)
  const visit = page.url()
  await page.goBack()
  await page.waitForLoadState()
  const form = page.getByRole('button', { name: 'Request this visit' })
  if (await form.isVisible()) {
    await fill(page, guest)
    await form.click()
  }
  await page.waitForURL(/\/visits\//)
  expect(page.url()).toBe(visit)
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  expect(await mailOf(page, guest.email)).toHaveLength(1)
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? '' : ', without JavaScript'
  test(`a slot that was just taken is refused with the three nearest, one of which is had at a press${how}`, async ({
    page: quick,
    browser,
  }) => {
    const slow = newGuest()
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await openForm(page, 5)
    await fill(page, slow)
    await lapseHolds()
    await quick.goto(page.url().replace(/\?.*/, ''))
    await fill(quick, newGuest())
    await quick.getByRole('button', { name: 'Request this visit' }).click()
    await quick.waitForURL(/\/visits\//)

    await page.getByRole('button', { name: 'Request this visit' }).click()
    const refusal = page.getByRole('alert').filter({ hasText: 'just been taken' })
    await expect(refusal).toContainText('That slot has just been taken. Here are the nearest.')
    const offered = refusal.getByRole('button', { name: /^Request instead/ })
    await expect(offered).toHaveCount(3)
    await expect(page.getByLabel('Name of the patient')).toHaveValue(slow.name)
    await expect(page.getByLabel('E-mail')).toHaveValue(slow.email)
    await page.getByLabel('E-mail').press('Enter')
    await expect(refusal).toBeVisible()
    expect(page.url()).not.toContain('/visits/')
    const hour = await offered.first().locator('time').innerText()
    await offered.first().click()
    await page.waitForURL(/\/visits\//)
    await expect(page.getByRole('main')).toContainText(hour)
    await context.close()
  })
}

test('what is missing or wrong is said beside its field, and the first one has the focus', async ({ page }) => {
  await openForm(page, 6)
  await page.getByLabel('E-mail').fill('amina@example')
  await page.getByLabel('Mobile phone').fill('12')
  await page.getByRole('button', { name: 'Request this visit' }).click()
  await expect(page.getByText('Write the patient’s name.')).toBeVisible()
  await expect(page.getByText('This address is not complete')).toBeVisible()
  await expect(page.getByText('This number is not complete')).toBeVisible()
  await expect(page.getByLabel('Name of the patient')).toBeFocused()
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/This address is not complete/)
})

test('a tampered slot is refused by name when it is sent', async ({ page }) => {
  for (const [value, sentence] of [
    ['2020-01-06T08:00:00.000Z', 'This time has passed.'],
    ['2031-01-06T03:00:00.000Z', 'This doctor does not receive at that time.'],
    ['tomorrow', 'This time cannot be read.'],
  ] as const) {
    await openForm(page, 6)
    await fill(page, newGuest())
    await bookingForm(page)
      .locator('[name=slot]')
      .evaluate((input, slot) => input.setAttribute('value', slot), value)
    await page.getByRole('button', { name: 'Request this visit' }).click()
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
  }
  await openForm(page, 6)
  await fill(page, newGuest())
  await bookingForm(page)
    .locator('[name=doctor]')
    .evaluate((input) => input.setAttribute('value', 'dr-nobody'))
  await page.getByRole('button', { name: 'Request this visit' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'This doctor does not receive here.' })).toBeVisible()
})

test('an address that is no slot says why and shows what can be booked', async ({ page }) => {
  for (const [path, sentence] of [
    ['/book/helene-vasseur/2020-01-06T08:00:00Z', 'This time has passed.'],
    ['/book/helene-vasseur/2031-01-06T03:00:00Z', 'This doctor does not receive at that time.'],
    ['/book/helene-vasseur/tomorrow', 'This time cannot be read.'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('status')).toContainText(sentence)
    await expect(page.getByRole('status').getByRole('button', { name: /:/ })).toHaveCount(3)
  }
  await page.goto('/book/dr-nobody/2031-01-06T08:00:00Z')
  await expect(page.getByRole('status')).toContainText('This doctor does not receive here.')
})

test('a link that was not signed by the clinic leads nowhere', async ({ page }) => {
  await book(page, newGuest(), 6)
  const url = page.url()
  const forged = await page.goto(`${url.slice(0, -3)}AAA`)
  expect(forged?.status()).toBe(404)
  await expect(page.getByRole('heading')).toContainText('There is no such page.')
})
