import type { Page, Route } from '@playwright/test'
import { accounts, demoPassword } from '@/prisma/demo/cast'
import { appointmentOf } from './backstage'
import { book, bookingForm, expect, fill, freeHours, newGuest, openForm, test } from './people'

/** Makes every form of a page go to an action that no build has, as after an update, until it is unrouted. */
async function outdate(page: Page): Promise<void> {
  await page.route('**', async (route: Route) => {
    const request = route.request()
    if (request.method() !== 'POST') return route.fallback()
    const headers = { ...request.headers() }
    const unknown = (id: string) => `${id.slice(0, 2)}${'0'.repeat(id.length - 2)}`
    if (headers['next-action']) headers['next-action'] = unknown(headers['next-action'])
    const body = request.postDataBuffer()?.toString('latin1')
    const postData = body?.replace(/(?<=\$ACTION_ID_|"id":")[0-9a-f]{42}/g, unknown)
    return route.continue({ headers, ...(postData && { postData: Buffer.from(postData, 'latin1') }) })
  })
}

const word = 'This page was out of date, so this was not sent. What you entered is still here: send it again.'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? '' : ', without JavaScript'
  test(`a form that was open over an update comes back with what was typed and is sent at the next press${how}`, async ({
    browser,
    expectError,
  }) => {
    if (javaScriptEnabled) expectError(/status of (404|409)/)
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    const guest = newGuest()
    await openForm(page)
    await fill(page, guest)
    await page.getByLabel('Mobile phone').fill('06 39 98 12 34')
    await outdate(page)
    await page.getByRole('button', { name: 'Request this appointment' }).click()
    await expect(bookingForm(page).getByRole('alert')).toHaveText(word)
    await expect(page.getByLabel('Patient’s name')).toHaveValue(guest.name)
    await expect(page.getByLabel('Email', { exact: true })).toHaveValue(guest.email)
    await expect(page.getByLabel('Mobile phone')).toHaveValue(/98 12 34/)
    await page.unroute('**')
    await page.getByRole('button', { name: 'Request this appointment' }).click()
    await page.waitForURL(/\/v\//)
    await expect(page.getByRole('status')).toContainText('Your request has been sent.')
    await context.close()
  })

  test(`a button that was there over an update says so on the page as it is now${how}`, async ({
    browser,
    expectError,
  }) => {
    if (javaScriptEnabled) expectError(/status of (404|409)|was not found on the server/)
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto('/doctors/helene-vasseur?week=1')
    await outdate(page)
    await freeHours(page).first().click()
    await expect(page.getByRole('alert').filter({ hasText: 'out of date' })).toContainText('try again')
    await page.unroute('**')
    await freeHours(page).first().click()
    await expect(page.getByLabel('Email', { exact: true })).toBeVisible()
    await context.close()
  })
}

test('a press that began before a page could listen is not lost when the page comes alive under it', async ({
  page,
  expectError,
}) => {
  expectError(/status of (404|409)/)
  await openForm(page)
  await fill(page, newGuest())
  await outdate(page)
  let letThrough = () => {}
  const isLetThrough = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/*.js', (route) => isLetThrough.then(() => route.fallback()))
  const button = page.getByRole('button', { name: 'Request this appointment' })
  await button.click()
  const alert = bookingForm(page).getByRole('alert')
  await expect(alert).toHaveText(word)
  await expect(alert).toBeFocused()

  await button.hover()
  await page.mouse.down()
  letThrough()
  await expect
    .poll(() => bookingForm(page).evaluate((form) => Object.keys(form).some((key) => key.startsWith('__reactProps'))))
    .toBe(true)
  await page.unroute('**')
  await page.mouse.up()
  await page.waitForURL(/\/v\//)
})

const timeOff = (page: Page) => page.getByRole('region', { name: 'Time off' })

/** Ends the sign-in of a page, as time does. */
async function endSignIn(page: Page): Promise<void> {
  await page.context().clearCookies({ name: /session/ })
}

async function signInHere(page: Page, who: keyof typeof accounts): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(accounts[who].email)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('whoever must sign in while a form is filled in is back on it, with what was typed', async ({ signedIn }) => {
  const doctor = await signedIn('helene')
  await doctor.goto('/hours')
  await timeOff(doctor).getByLabel('From').fill('2027-08-02')
  await timeOff(doctor).getByLabel('Until').fill('2027-08-20')
  await endSignIn(doctor)
  await doctor.getByRole('button', { name: 'Take time off' }).click()
  await doctor.waitForURL(/\/sign-in\?back=%2Fhours$/)
  await signInHere(doctor, 'helene')
  await doctor.waitForURL(/\/hours$/)
  await expect(doctor.getByRole('alert').filter({ hasText: 'Your sign-in had ended' })).toBeVisible()
  await expect(timeOff(doctor).getByLabel('From')).toHaveValue('2027-08-02')
  await expect(timeOff(doctor).getByLabel('Until')).toHaveValue('2027-08-20')
  expect(await doctor.evaluate(() => sessionStorage.length)).toBe(0)
})

test('what one person typed is not shown to another who signs in after them', async ({ signedIn }) => {
  const admin = await signedIn('ada')
  await admin.goto('/hours?doctor=helene-vasseur')
  await timeOff(admin).getByLabel('From').fill('2027-08-02')
  await endSignIn(admin)
  await admin.getByRole('button', { name: 'Take time off' }).click()
  await admin.waitForURL(/\/sign-in\?back=/)
  await signInHere(admin, 'helene')
  await admin.waitForURL(/\/hours/)
  await expect(timeOff(admin).getByLabel('From')).toHaveValue('')
  expect(await admin.evaluate(() => sessionStorage.length)).toBe(0)
})

test('a sign-in leads nowhere but to a page of the desk', async ({ page }) => {
  for (const back of ['//elsewhere.example', '/\\elsewhere.example', '%2f%2felsewhere.example', '/my-visits']) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?back=${encodeURIComponent(back)}`)
    await signInHere(page, 'helene')
    await page.waitForURL((url) => url.pathname === '/calendar' && url.hostname === 'localhost')
    // Its stream is open: one that is asked for after the cookies have gone gets the sign-in page for an answer.
    await expect(page.getByText('Live', { exact: true })).toBeVisible()
  }
})

test('a confirmation that waits when the sign-in ends is told as not recorded, to who has signed in again', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  await doctor.getByRole('button', { name: `Confirm ${guest.name}` }).click()
  await endSignIn(doctor)
  await doctor.waitForURL(/\/sign-in\?back=%2Fcalendar/)
  await signInHere(doctor, 'helene')
  await doctor.waitForURL(/\/calendar/)
  const told = doctor.getByRole('alert').filter({ hasText: 'One press was not recorded' })
  await expect(told).toContainText(`Confirm ${guest.name}`)
  expect((await appointmentOf(guest))?.status).toBe('requested')
  await told.getByRole('button', { name: 'Understood' }).click()
  await expect(told).toHaveCount(0)
  await doctor.getByRole('button', { name: `Confirm ${guest.name}` }).click()
  await expect.poll(async () => (await appointmentOf(guest))?.status).toBe('confirmed')
  expect(await doctor.evaluate(() => sessionStorage.length)).toBe(0)
})
