import { book, expect, hourOn, lineOf, mailOf, newGuest, test } from './people'
import { setFault } from './switches'

test('an admin sees both sagas of a visit, and opens one: steps, attempts, times', async ({ page, signedIn }) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  await doctor.getByRole('button', { name: `Confirm ${guest.name}` }).click()
  await expect(page.getByRole('status')).toContainText('Your appointment is confirmed.')

  const admin = await signedIn('ada')
  await admin.goto('/sagas')
  const rows = admin.getByRole('row').filter({ hasText: guest.name })
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: 'confirmation' })).toContainText('Done')
  await rows.filter({ hasText: 'request' }).getByRole('link').click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Everything is done.')
  const timeline = admin.getByRole('region', { name: /What happened/ })
  for (const step of ['Load patient and doctor', 'Add to the calendar', 'Email the patient', 'Email the doctor']) {
    await expect(timeline.getByRole('listitem').filter({ hasText: step })).toContainText(/\d\d:\d\d:\d\d.*\d m?s/s)
  }
  await expect(timeline).toContainText('4 attempts')
})

test('when the calendar refuses, all is undone: the slot is free, the patient knows, the saga stands first', async ({
  page,
  signedIn,
}) => {
  const admin = await signedIn('ada')
  await setFault(admin, 'Calendar', 'refuses everything')
  const guest = newGuest()
  await book(page, guest)
  await expect(page.getByRole('status')).toContainText('We could not book your appointment.')
  await expect(page.getByRole('status')).toContainText(
    'Dr Vasseur’s calendar did not accept this time. Nothing is booked in your name.',
  )
  await expect(page.getByText('Everything cancelled, nothing is booked')).toBeVisible()
  const hour = await hourOn(page)
  await expect(lineOf(page, 'Message to let you know')).toContainText('done:')
  await setFault(admin, 'Calendar', 'works')

  expect(await mailOf(page, guest.email)).toEqual([expect.stringMatching(/^Appointment not booked for /)])
  await admin.goto('/sagas')
  const row = admin.getByRole('row').filter({ hasText: guest.name })
  await expect(row).toContainText('Undone, time free again')
  await expect(row).toContainText('The calendar refused (403)')
  const states = await admin
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-state')))
  expect(states.lastIndexOf('undone')).toBeLessThan(states.indexOf('done'))

  await book(page)
  expect(await hourOn(page)).toBe(hour)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
})

test('when the mail refuses, nobody could be told: a person is asked, and stands first of all', async ({
  page,
  signedIn,
}) => {
  const admin = await signedIn('ada')
  await setFault(admin, 'Email and text messages', 'refuses everything')
  const guest = newGuest()
  await book(page, guest)
  await expect(page.getByRole('status')).toContainText('We could not book your appointment.')
  await expect(lineOf(page, 'Message to let you know')).toContainText('failed:')
  await setFault(admin, 'Email and text messages', 'works')
  await expect(admin.getByRole('heading', { level: 1 })).toContainText(/sagas? needs? a person/)
  await admin.goto('/sagas')
  const first = admin.locator('tbody tr').first()
  await expect(first).toContainText(guest.name)
  await expect(first).toContainText('Needs attention')
  await first.getByRole('link').click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText(
    'The email service refused (550), so everything was undone.',
  )
  await expect(
    admin.getByText('Call the patient: “Tell the patient it is not booked” did not go through.'),
  ).toBeVisible()
  const timeline = admin.getByRole('region', { name: /What happened/ })
  await expect(timeline.getByRole('listitem').filter({ hasText: 'Email the doctor' })).toContainText('Not started')
  await expect(timeline.getByRole('listitem').filter({ hasText: 'Remove from the calendar' })).toBeVisible()
})
