import { minuteMs } from '@/lib/domain/time'
import { bookLastWeek } from './backstage'
import {
  book,
  confirmVisit,
  expect,
  expectFree,
  freeHours,
  hourOn,
  lineOf,
  mailOf,
  messages,
  newGuest,
  test,
} from './people'

test('a doctor declines with a reason: the patient reads it, on the page and in the mail, with the nearest slots', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const hour = await hourOn(page)
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  const rail = doctor.getByRole('region', { name: 'Requests' })
  const card = rail.locator('[data-request]', { hasText: guest.name })
  await card.getByLabel('Decline…').click()
  await card.getByLabel('Reason').fill('I am at a congress that day.')
  await card.getByRole('button', { name: 'Decline this request' }).click()
  await expect(card).toBeHidden()
  await expect(doctor.getByRole('heading', { name: 'Requests' })).toBeFocused()
  await expect(doctor.getByText(`${guest.name}, `).filter({ hasText: 'will be declined' })).toBeVisible()
  await expect(doctor.getByText(`${guest.name}, `).filter({ hasText: ': declined. The patient' })).toBeVisible()

  await expect(page.getByRole('status')).toContainText('Dr Vasseur cannot see you at that time.')
  await expect(page.getByRole('status')).toContainText('I am at a congress that day.')
  const again = page.getByRole('region', { name: 'Book another time' })
  await expect(again.getByRole('button', { name: /\d\d:\d\d/ })).toHaveCount(3)
  await expect(lineOf(page, 'Message to let you know')).toContainText('done:')
  const subjects = await mailOf(page, guest.email)
  expect(subjects).toEqual([
    expect.stringContaining(`Dr Vasseur cannot see ${guest.name}: `),
    expect.stringContaining(`Request received for ${guest.name}: `),
  ])
  await messages(page).filter({ hasText: guest.email }).first().click()
  await expect(page.frameLocator('iframe').getByText('I am at a congress that day.')).toBeVisible()
  await expectFree(page, hour)
})

test('without JavaScript a doctor declines one request and confirms another', async ({ page, browser, signedIn }) => {
  const [unlucky, lucky] = [await book(page), await book(page)]
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const storageState = await (await signedIn('helene')).context().storageState()
  const context = await browser.newContext({ storageState, javaScriptEnabled: false })
  const still = await context.newPage()
  await still.goto('/calendar')
  const rail = still.getByRole('region', { name: 'Requests' })
  const card = rail.locator('[data-request]', { hasText: unlucky.name })
  await card.getByLabel('Decline…').click()
  await card.getByRole('button', { name: 'Decline this request' }).click()
  await expect(rail.getByRole('status')).toContainText(`${unlucky.name}: declined.`)
  await still.getByRole('button', { name: `Confirm ${lucky.name}` }).click()
  await expect(rail.getByRole('status')).toContainText(`${lucky.name}: confirmed.`)
  await context.close()
  await expect(page.getByRole('status')).toContainText('Your appointment is confirmed.')
})

test('a doctor opens a visit from the calendar, by its list, and moves it to another of their hours', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  const doctor = await signedIn('helene')
  await confirmVisit(doctor, page, guest)
  const before = await hourOn(page)
  await doctor.goto(`/calendar?date=${before.slice(0, 10)}`)
  await doctor.getByText('As a list').click()
  await doctor.getByTestId('visits').getByRole('link', { name: guest.name }).click()
  await expect(doctor.getByRole('heading', { level: 1 })).toHaveText(guest.name)
  await expect(doctor.getByRole('status')).toHaveText('Confirmed')
  await expect(doctor.getByRole('link', { name: guest.email })).toBeVisible()
  await doctor.getByRole('link', { name: 'Move…' }).click()
  await freeHours(doctor).last().click()
  await doctor.getByRole('button', { name: 'Move it here' }).click()
  await doctor.waitForURL(/calendar\/visits\/[^/]+$/)
  await expect(doctor.getByRole('status')).toHaveText('Confirmed')

  await expect(lineOf(page, 'Moved')).toContainText('done:')
  await expect(page.getByRole('status')).toContainText('Your appointment is confirmed.')
  expect(await hourOn(page)).not.toBe(before)
  await expectFree(page, before)
})

test('a doctor cancels a confirmed visit from the grid, and the patient is told why', async ({ page, signedIn }) => {
  const guest = await book(page)
  const doctor = await signedIn('helene')
  await confirmVisit(doctor, page, guest)
  const hour = await hourOn(page)
  await doctor.goto(`/calendar?date=${hour.slice(0, 10)}`)
  await expect(doctor.locator('[data-grid=ready]')).toBeVisible()
  await doctor.locator('[data-grid] a', { hasText: guest.name }).click()
  const pop = doctor.getByRole('dialog', { name: guest.name })
  await pop.getByRole('button', { name: 'Cancel…' }).click()
  await pop.getByRole('button', { name: 'Away that day' }).click()
  await expect(pop.getByLabel('Reason')).toHaveValue('Unforeseen absence that day.')
  await pop.getByLabel('Reason').fill('The practice is closed.')
  await pop.getByRole('button', { name: 'Cancel this appointment' }).click()
  await expect(doctor.getByText(`${guest.name}, `).filter({ hasText: 'will be cancelled' })).toBeVisible()
  // It goes out though the page is left.
  await doctor.goto('/hours')

  await expect(page.getByRole('status')).toContainText('Dr Vasseur has cancelled this appointment.')
  await expect(page.getByRole('status')).toContainText('The practice is closed.')
  await expectFree(page, hour)
})

test('a doctor notes that nobody came: the patient reads it and may choose again', async ({ page, signedIn }) => {
  const guest = newGuest()
  const visit = await bookLastWeek(guest)
  const doctor = await signedIn('helene')
  await doctor.goto(`/calendar/visits/${visit.id}`)
  await doctor.getByText('Missed…').click()
  await doctor.getByRole('button', { name: 'Record that it was missed' }).click()
  await expect(doctor.getByRole('status')).toHaveText('Missed')
  await page.goto(visit.page)
  await expect(page.getByRole('status')).toContainText('Missed appointment.')
  await expect(lineOf(page, 'Message to let you know')).toContainText('done:', { timeout: minuteMs })
  expect((await mailOf(page, guest.email))[0]).toMatch(/^Missed appointment for /)
})

test('a visit is its own doctor’s: for another there is no such page, and the desk has one of its own', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const [doctor, other, admin] = [await signedIn('helene'), await signedIn('idris'), await signedIn('ada')]
  await doctor.goto('/calendar')
  await doctor.getByRole('link', { name: guest.name }).click()
  await doctor.waitForURL(/calendar\/visits\//)
  for (const path of ['', '/move', `/move/${await hourOn(page)}`]) {
    expect((await other.goto(`${doctor.url()}${path}`))?.status()).toBe(404)
    await admin.goto(`${doctor.url()}${path}`)
    await expect(admin).toHaveURL(doctor.url().replace('/calendar/', '/day/'))
  }
})
