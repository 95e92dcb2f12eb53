import type { Page } from '@playwright/test'
import { hasRadicale, type Radicale, radicaleUser, startRadicale } from '@/tests/fixtures/radicale'
import { expect, expectAccessible, fill, newGuest, openForm, test } from './people'

const { username, password } = radicaleUser

test.describe('on a real Radicale', () => {
  test.skip(!hasRadicale, 'Radicale is not installed here (apt-get install radicale)')
  let radicale: Radicale
  let calendar: string
  test.beforeEach(async () => {
    radicale = await startRadicale()
    calendar = await radicale.makeCalendar('visits', { shownAs: 'Visits' })
  })
  test.afterEach(() => radicale.stop())

  /** The addresses of the objects in the calendar. */
  const objects = async () => {
    const listed = await radicale.ask('PROPFIND', calendar, { headers: { depth: '1' } })
    return [...(await listed.text()).matchAll(/>([^<]*\.ics)</g)].map(([, path = '']) => path)
  }
  const connect = async (page: Page, secret = password) => {
    await page.getByLabel('Address of the server').fill(radicale.url)
    await page.getByLabel('User name').fill(username)
    await page.getByLabel('Password').fill(secret)
    await page.getByLabel('Password').press('Enter')
  }
  const bookWithIdris = async (page: Page) => {
    await openForm(page, 'idris-okafor')
    await fill(page, newGuest())
    await page.getByRole('button', { name: 'Request this appointment' }).click()
    await page.waitForURL(/\/v\//)
  }

  test('a doctor connects it with the keyboard, sees the visits come and come back, and leaves it', async ({
    page,
    signedIn,
  }) => {
    await radicale.makeCalendar('private', { shownAs: 'Private' })
    const doctor = await signedIn('idris')
    await doctor.goto('/hours')
    await doctor.getByRole('link', { name: 'Own calendar' }).click()
    await expect(doctor.getByRole('heading', { name: 'Appointments are in Carnet only.' })).toBeVisible()
    await connect(doctor, 'wrong')
    await expect(doctor.getByText('The server refuses this user name or password.')).toBeVisible()
    await expect(doctor.getByLabel('Password')).toBeFocused()
    await expect(doctor.getByLabel('Address of the server')).toHaveValue(radicale.url)
    await expect(doctor.getByLabel('User name')).toHaveValue(username)
    await expectAccessible(doctor)

    await doctor.getByLabel('Password').fill(password)
    await doctor.keyboard.press('Enter')
    await expect(doctor.getByRole('group', { name: 'In which of these calendars?' })).toBeVisible()
    await doctor.getByRole('radio', { name: 'Visits' }).focus()
    await doctor.keyboard.press('Space')
    await expectAccessible(doctor)
    await doctor.keyboard.press('Enter')
    await expect(doctor.getByText('A test event was written in “Visits” and taken away again.')).toBeVisible()
    await expect(doctor.getByRole('heading', { name: 'Appointments are in “Visits” too.' })).toBeVisible()
    const before = (await objects()).length

    await bookWithIdris(page)
    await expect.poll(async () => (await objects()).length).toBe(before + 1)
    for (const path of await objects()) await radicale.ask('DELETE', path)
    const compare = doctor.getByRole('button', { name: 'Compare and put right' })
    await compare.focus()
    await doctor.keyboard.press('Enter')
    await expect.poll(async () => (await objects()).length).toBe(before + 1)
    expect(await objects()).toHaveLength(before + 1)
    await Promise.all([doctor.waitForResponse((answer) => answer.request().method() === 'POST'), compare.click()])
    await doctor.goto('/runs')
    await doctor
      .getByRole('link', { name: /^Comparing/ })
      .first()
      .click()
    await expect(doctor.getByRole('main').getByText('Right already.').first()).toBeVisible()
    await expectAccessible(doctor)
    await doctor.goto('/own-calendar')
    await expectAccessible(doctor)

    await radicale.ask('DELETE', (await objects())[0] ?? '')
    await radicale.makeReadOnly('visits')
    await compare.click()
    await expect(doctor.getByRole('heading', { name: 'Carnet cannot write in “Visits”.' })).toBeVisible()
    await expect(doctor.getByText('no longer lets us write in this calendar')).toBeVisible()
    await doctor.setViewportSize({ width: 390, height: 844 })
    await doctor.getByText('Disconnect…').click()
    expect(await doctor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    await expectAccessible(doctor)
    await doctor.setViewportSize({ width: 1280, height: 844 })
    await doctor.goto('/calendar')
    await expect(doctor.getByText('has not been able to write in “Visits” since')).toBeVisible()
    await doctor.getByRole('link', { name: 'See why' }).click()
    await radicale.makeReadOnly('none')
    // One that failed on the way is not finished, and is called what it does.
    await doctor.getByRole('button', { name: 'Write the upcoming appointments' }).click()
    await expect(doctor.getByRole('heading', { name: 'Appointments are in “Visits” too.' })).toBeVisible()

    await doctor.getByText('Disconnect…').click()
    await doctor.getByRole('button', { name: 'Remove the upcoming appointments and disconnect' }).click()
    await expect(doctor.getByRole('heading', { name: 'Appointments are in Carnet only.' })).toBeVisible()
    expect(await objects()).toEqual([])
  })

  test('without JavaScript it is connected, filled, and left as it is', async ({ browser, page, signedIn }) => {
    await bookWithIdris(page)
    const storageState = await (await signedIn('idris')).context().storageState()
    const context = await browser.newContext({ storageState, javaScriptEnabled: false })
    const doctor = await context.newPage()
    await doctor.goto('/own-calendar')
    await connect(doctor)
    await expect(doctor.getByText('A test event was written in “Visits” and taken away again.')).toBeVisible()
    await expect.poll(async () => (await objects()).length).toBeGreaterThan(0)
    // Filled by a run of its own, which the page tells of by reading itself again.
    const line = doctor.getByRole('region', { name: 'Bulk operations under way' })
    const told = async () => {
      await doctor.reload()
      return line.textContent()
    }
    await expect.poll(told).toMatch(/Done\.|All \d+ done\./)
    const written = await objects()
    await doctor.getByText('Disconnect…').click()
    await doctor.getByRole('button', { name: 'Disconnect and leave them there' }).click()
    await expect(doctor.getByRole('heading', { name: 'Appointments are in Carnet only.' })).toBeVisible()
    // None is taken out; one that was on its way meanwhile may have come.
    expect(await objects()).toEqual(expect.arrayContaining(written))
    await context.close()
  })
})

test('an address that is none, and one nobody may call, are refused beside the field', async ({ signedIn }) => {
  const doctor = await signedIn('idris')
  await doctor.goto('/own-calendar')
  await doctor.getByRole('button', { name: 'Connect' }).click()
  await expect(doctor.getByText('Enter the address of the server.')).toBeVisible()
  await expect(doctor.getByLabel('Address of the server')).toBeFocused()
  await doctor.getByLabel('Address of the server').fill('http://169.254.169.254/')
  await doctor.getByLabel('User name').fill(username)
  await doctor.getByLabel('Password').fill(password)
  await doctor.getByRole('button', { name: 'Connect' }).click()
  await expect(doctor.getByText('Carnet does not call this address')).toBeVisible()
})

test('an address to subscribe to is shown once, and dies when it is replaced or closed', async ({ page, signedIn }) => {
  const doctor = await signedIn('idris')
  await doctor.goto('/own-calendar')
  const address = doctor.getByLabel('Address to subscribe to')
  const answer = async (url: string) => (await page.request.get(url)).status()
  await doctor.getByRole('button', { name: 'Make the address' }).click()
  const first = await address.inputValue()
  const feed = await page.request.get(first)
  expect(feed.headers()['content-type']).toContain('text/calendar')
  expect(await feed.text()).toContain('BEGIN:VCALENDAR')
  await expectAccessible(doctor)
  await doctor.reload()
  await expect(doctor.getByText('It cannot be shown again.')).toBeVisible()
  await expect(address).toHaveCount(0)

  await doctor.getByText('New address…').click()
  await doctor.getByRole('button', { name: 'Replace the address' }).click()
  await expect(address).not.toHaveValue(first)
  const second = await address.inputValue()
  expect([await answer(first), await answer(second)]).toEqual([404, 200])
  await doctor.getByText('Close the address…').click()
  await doctor.getByRole('button', { name: 'Close the address' }).click()
  await expect(doctor.getByText('The address is closed.')).toBeVisible()
  expect(await answer(second)).toBe(404)
})

test('staff see how a doctor’s calendar goes and cannot connect one; no doctor sees another’s', async ({
  signedIn,
}) => {
  const admin = await signedIn('ada')
  await admin.goto('/own-calendar?doctor=idris-okafor')
  await expect(admin.getByText('are up to the doctor, with their own account.')).toBeVisible()
  await expect(admin.getByLabel('Password')).toHaveCount(0)
  await expectAccessible(admin)
  const doctor = await signedIn('helene')
  expect((await doctor.goto('/own-calendar?doctor=idris-okafor'))?.status()).toBe(404)
})
