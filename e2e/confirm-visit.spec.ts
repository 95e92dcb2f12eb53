import { mendAll } from './backstage'
import { book, expect, mailOf, messages, test } from './people'
import { setFault } from './switches'

test.afterEach(mendAll)

test('the doctor sees the request and confirms in one press; the patient’s page and mail follow', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')

  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  await doctor.getByRole('button', { name: `Confirm ${guest.name}` }).click()
  await expect(doctor.getByRole('button', { name: `Confirm ${guest.name}` })).toBeHidden()

  await expect(page.getByRole('status')).toContainText('Your appointment is confirmed.')
  const subjects = await mailOf(page, guest.email)
  expect(subjects.map((subject) => subject.split(' for ')[0])).toEqual(['Appointment confirmed', 'Request received'])
  await messages(page).filter({ hasText: guest.email }).first().click()
  await expect(page.getByRole('link', { name: 'Invitation (.ics)' })).toHaveAttribute('href', /^data:text\/calendar/)
  await expect(page.frameLocator('iframe').getByText('Appointment confirmed')).toBeVisible()
})

test('a visit stands in the calendar on its day, in the clinic’s hours, whatever the browser’s zone', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  const when = await page.locator('[aria-labelledby=facts] h3 time').first()
  const startsAt = (await when.getAttribute('datetime')) ?? ''
  const clock = (await when.textContent()) ?? ''
  const doctor = await signedIn('helene')
  await doctor.goto(`/calendar?date=${startsAt.slice(0, 10)}`)
  await expect(doctor.getByTestId('visits')).toContainText(new RegExp(`${clock}, ${guest.name}.*requested`))
  await expect(doctor.locator('[data-grid] a', { hasText: guest.name })).toContainText(clock)
})

test('a confirmation that the mail refuses makes it a request again, and the doctor may confirm again', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const [admin, doctor] = [await signedIn('ada'), await signedIn('helene')]
  await setFault(admin, 'Email and text messages', 'refuses everything')
  await doctor.goto('/calendar')
  const button = doctor.getByRole('button', { name: `Confirm ${guest.name}` })
  await button.click()
  // An open list moves no row under the pointer: it says that there are new ones.
  const row = admin.getByRole('row').filter({ hasText: guest.name }).filter({ hasText: 'confirmation' })
  await expect(async () => {
    await admin.goto('/sagas')
    await expect(row).toContainText('Needs attention', { timeout: 1_000 })
  }).toPass()
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  await setFault(admin, 'Email and text messages', 'works')
  await expect(button).toBeVisible()
  await expect(doctor.locator('[data-request]', { hasText: guest.name })).toContainText('Needs a person')
  await button.click()
  await expect(page.getByRole('status')).toContainText('Your appointment is confirmed.')
})

test('only who has signed in opens a calendar, a doctor no other’s, and only an admin the sagas', async ({
  page,
  signedIn,
}) => {
  await page.goto('/calendar')
  await expect(page).toHaveURL(/sign-in/)
  await page.goto('/sagas')
  await expect(page).toHaveURL(/sign-in/)
  const [doctor, admin] = [await signedIn('helene'), await signedIn('ada')]
  expect((await doctor.goto('/sagas'))?.status()).toBe(404)
  expect((await doctor.goto('/calendar?doctor=idris-okafor'))?.status()).toBe(404)
  expect((await admin.goto('/calendar?doctor=idris-okafor'))?.status()).toBe(200)
  expect((await admin.goto('/calendar?doctor=nobody'))?.status()).toBe(404)
})
