import { mendAll } from './backstage'
import { book, expect, mailOf, newGuest, test } from './people'
import { setFault } from './switches'

test.afterEach(mendAll)

test('the doctor sees the request and confirms in one press; the patient’s page and mail follow', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page, newGuest(), 7)
  await expect(page.getByRole('status')).toContainText('Your request is made.')

  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  await doctor.getByRole('button', { name: `Confirm ${guest.name}` }).click()
  await expect(doctor.getByRole('button', { name: `Confirm ${guest.name}` })).toBeHidden()

  await expect(page.getByRole('status')).toContainText('It is confirmed.', { timeout: 30_000 })
  const subjects = await mailOf(page, guest.email)
  expect(subjects.map((subject) => subject.split(':')[0])).toEqual(['Confirmed', 'Request received'])
  await page.locator('.msg', { hasText: guest.email }).first().click()
  await expect(page.getByRole('link', { name: 'Invitation (.ics)' })).toHaveAttribute('href', /^data:text\/calendar/)
  await expect(page.frameLocator('iframe').getByRole('heading')).toContainText('It is confirmed.')
})

test('a visit stands in the calendar on its day, in the clinic’s hours, whatever the browser’s zone', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page, newGuest(), 8)
  const when = await page.locator('dd time').first()
  const startsAt = (await when.getAttribute('datetime')) ?? ''
  const clock = (await when.textContent())?.split(', ')[1] ?? ''
  const doctor = await signedIn('helene')
  await doctor.goto(`/calendar?date=${startsAt.slice(0, 10)}`)
  await expect(doctor.getByTestId('visits')).toContainText(`${clock}, ${guest.name}, requested`)
  await expect(doctor.locator('.visit', { hasText: guest.name })).toContainText(clock)
})

test('a confirmation that the mail refuses makes it a request again, and the doctor may confirm again', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page, newGuest(), 9)
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  const [admin, doctor] = [await signedIn('ada'), await signedIn('helene')]
  await setFault(admin, 'Mail and SMS', 'refuses everything')
  await doctor.goto('/calendar')
  const button = doctor.getByRole('button', { name: `Confirm ${guest.name}` })
  await button.click()
  // An open list moves no row under the pointer: it says that there are new ones.
  const row = admin.getByRole('row').filter({ hasText: guest.name }).filter({ hasText: 'confirmation' })
  await expect(async () => {
    await admin.goto('/sagas')
    await expect(row).toContainText('Needs attention', { timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  await setFault(admin, 'Mail and SMS', 'works')
  await expect(button).toBeVisible()
  await button.click()
  await expect(page.getByRole('status')).toContainText('It is confirmed.', { timeout: 30_000 })
})

test('only a doctor opens the calendar, and only an admin the sagas', async ({ page, signedIn }) => {
  await page.goto('/calendar')
  await expect(page).toHaveURL(/sign-in/)
  await page.goto('/sagas')
  await expect(page).toHaveURL(/sign-in/)
  const [doctor, admin] = [await signedIn('helene'), await signedIn('ada')]
  expect((await doctor.goto('/sagas'))?.status()).toBe(404)
  expect((await admin.goto('/calendar'))?.status()).toBe(404)
})
