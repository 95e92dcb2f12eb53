import { lapseHolds } from './backstage'
import { book, bookingForm, expect, fill, mailOf, messages, newGuest, openForm, test } from './people'
import { setFault } from './switches'

test('a guest books from the first page, watches each step, and both are told', async ({ page }) => {
  const guest = newGuest()
  await page.goto('/')
  await page.getByRole('link', { name: 'Paediatrics' }).click()
  await page.waitForURL(/specialty=pediatrics/)
  await page.locator('main [name=slot]').first().click()
  await fill(page, guest)
  await page.getByRole('button', { name: 'Request this appointment' }).click()

  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const steps = page.getByRole('listitem')
  await expect(steps.filter({ hasText: 'In Dr Vasseur’s calendar' })).toContainText('done')
  await expect(steps.filter({ hasText: 'Email sent' })).toContainText('done')
  await expect(steps.filter({ hasText: 'Confirmed by Dr Vasseur' })).toContainText('to come')
  expect(await mailOf(page, guest.email)).toEqual([expect.stringMatching(/^Request received for /)])
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? '' : ', without JavaScript'
  test(`whoever leaves a number chooses how to be told, and may choose again: one who wants SMS gets no mail, and a link${how}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    const guest = newGuest()
    await openForm(page)
    await fill(page, guest)
    await expect(page.getByRole('radio', { name: 'Text message only' })).toBeHidden()
    await page.getByLabel('Mobile phone').fill('06 39 98 55 21')
    await page.getByRole('radio', { name: 'Text message only' }).check()
    await page.getByLabel('Mobile phone').clear()
    await page.getByRole('button', { name: 'Request this appointment' }).click()
    await expect(page.getByText('Enter a mobile number so that we can send you a text message.')).toBeVisible()
    await page.getByLabel('Mobile phone').fill('01 99 00 01 42')
    await page.getByRole('button', { name: 'Request this appointment' }).click()
    await expect(page.getByText('This number cannot receive text messages.')).toBeVisible()
    await page.getByRole('radio', { name: 'Email only' }).check()
    await expect(page.getByRole('radio', { name: 'Text message only' })).toBeVisible()
    await page.getByRole('radio', { name: 'Text message only' }).check()
    await page.getByLabel('Mobile phone').fill('06 39 98 55 21')
    await page.getByRole('button', { name: 'Request this appointment' }).click()
    await page.waitForURL(/\/v\//)
    await expect(async () => {
      if (!javaScriptEnabled) await page.reload()
      await expect(page.getByRole('listitem').filter({ hasText: 'Text message sent' })).toContainText('done', {
        timeout: 1_000,
      })
    }).toPass()
    const visit = page.url()
    expect(await mailOf(page, guest.email)).toEqual([])
    await page.goto('/inbox?channel=sms')
    const text = await messages(page).filter({ hasText: '06 39 98 55 21' }).first().getByTestId('subject').innerText()
    expect(text).toContain('request received')
    expect(text).toContain(visit)
    await context.close()
  })
}

test('the page of the visit follows the steps by itself', async ({ page, signedIn }) => {
  const admin = await signedIn('ada')
  await setFault(admin, 'Email and text messages', 'is down')
  await book(page)
  await expect(page.getByText('Live')).toBeVisible()
  await expect(page.getByText(/The email has not gone yet. We’ll try again at/)).toBeVisible()
  await expect(page.getByRole('status')).toContainText('We are booking your appointment.')
  await setFault(admin, 'Email and text messages', 'works')
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
})

test('where no stream gets through, the page reads itself again every five seconds', async ({ page, expectError }) => {
  await page.route('**/stream', (route) => route.abort())
  expectError(/ERR_FAILED/)
  await book(page)
  await expect(page.getByText('Updates every 5 seconds')).toBeVisible()
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
})

test('without JavaScript a guest books, is corrected, and sees the steps', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const guest = newGuest()
  await openForm(page)
  await fill(page, { ...guest, email: 'amina.example.org' })
  await page.getByRole('button', { name: 'Request this appointment' }).click()
  await expect(page.getByText('The @ is missing.')).toBeVisible()
  await expect(page.getByLabel('Patient’s name')).toHaveValue(guest.name)
  await page.getByLabel('Email', { exact: true }).fill(guest.email)
  await page.getByRole('button', { name: 'Request this appointment' }).click()
  await page.waitForURL(/\/v\//)
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('status')).toContainText('Your request has been sent.', { timeout: 1_000 })
  }).toPass()
  await page.getByRole('button', { name: 'FR', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Votre demande est envoyée.')
  await context.close()
})

test('a double click books once', async ({ page }) => {
  const guest = newGuest()
  await openForm(page)
  await fill(page, guest)
  await page.getByRole('button', { name: 'Request this appointment' }).dblclick()
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  expect(await mailOf(page, guest.email)).toHaveLength(1)
})

test('going back and sending again leads to the same visit', async ({ page }) => {
  const guest = await book(page)
  const visit = page.url()
  await page.goBack()
  await page.waitForLoadState()
  const form = page.getByRole('button', { name: 'Request this appointment' })
  if (await form.isVisible()) {
    await fill(page, guest)
    await form.click()
  }
  await page.waitForURL(/\/v\//)
  expect(page.url()).toBe(visit)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
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
    await openForm(page)
    await fill(page, slow)
    await lapseHolds()
    await quick.goto(page.url().replace(/\?.*/, ''))
    await fill(quick, newGuest())
    await quick.getByRole('button', { name: 'Request this appointment' }).click()
    await quick.waitForURL(/\/v\//)

    await page.getByRole('button', { name: 'Request this appointment' }).click()
    const refusal = page.getByRole('alert').filter({ hasText: 'just been taken' })
    await expect(refusal).toContainText('That time has just been taken. Here are the nearest.')
    const offered = refusal.getByRole('button', { name: /^Request instead/ })
    await expect(offered).toHaveCount(3)
    await expect(page.getByLabel('Patient’s name')).toHaveValue(slow.name)
    await expect(page.getByLabel('Email', { exact: true })).toHaveValue(slow.email)
    await page.getByLabel('Email', { exact: true }).press('Enter')
    await expect(refusal).toBeVisible()
    expect(page.url()).not.toContain('/v/')
    const hour = await offered.first().locator('time').innerText()
    await offered.first().click()
    await page.waitForURL(/\/v\//)
    await expect(page.getByRole('main')).toContainText(hour)
    await context.close()
  })
}

test('what is missing or wrong is said beside its field, and the first one has the focus', async ({ page }) => {
  await openForm(page)
  await page.getByLabel('Email', { exact: true }).fill('amina@example')
  await page.getByLabel('Mobile phone').fill('12')
  await page.getByRole('button', { name: 'Request this appointment' }).click()
  await expect(page.getByText('Enter the patient’s name.')).toBeVisible()
  await expect(page.getByText('This address is incomplete')).toBeVisible()
  await expect(page.getByText('This number is incomplete')).toBeVisible()
  await expect(page.getByLabel('Patient’s name')).toBeFocused()
  await expect(page.getByLabel('Email', { exact: true })).toHaveAccessibleDescription(/This address is incomplete/)
})

test('a tampered slot is refused by name when it is sent', async ({ page }) => {
  for (const [value, sentence] of [
    ['2020-01-06T08:00:00.000Z', 'This time has passed.'],
    ['2031-01-06T03:00:00.000Z', 'This doctor doesn’t see patients at that time.'],
    ['tomorrow', 'We don’t recognise this time.'],
  ] as const) {
    await openForm(page)
    await fill(page, newGuest())
    await bookingForm(page)
      .locator('[name=slot]')
      .evaluate((input, slot) => input.setAttribute('value', slot), value)
    await page.getByRole('button', { name: 'Request this appointment' }).click()
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
  }
  await openForm(page)
  await fill(page, newGuest())
  await bookingForm(page)
    .locator('[name=doctor]')
    .evaluate((input) => input.setAttribute('value', 'dr-nobody'))
  await page.getByRole('button', { name: 'Request this appointment' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'This doctor doesn’t see patients here.' })).toBeVisible()
})

test('an address that is no slot says why and shows what can be booked', async ({ page }) => {
  for (const [path, sentence] of [
    ['/book/helene-vasseur/2020-01-06T08:00:00Z', 'This time has passed.'],
    ['/book/helene-vasseur/2031-01-06T03:00:00Z', 'This doctor doesn’t see patients at that time.'],
    ['/book/helene-vasseur/tomorrow', 'We don’t recognise this time.'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('status')).toContainText(sentence)
    await expect(page.getByRole('status').getByRole('button', { name: /:/ })).toHaveCount(3)
  }
  await page.goto('/book/dr-nobody/2031-01-06T08:00:00Z')
  await expect(page.getByRole('status')).toContainText('This doctor doesn’t see patients here.')
})

test('a link that was never made leads nowhere', async ({ page }) => {
  await book(page)
  const url = page.url()
  const forged = await page.goto(`${url.slice(0, -3)}AAA`)
  expect(forged?.status()).toBe(404)
  await expect(page.getByRole('heading')).toContainText('This page does not exist.')
})
