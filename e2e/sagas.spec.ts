import { book, expect, lineOf, mailOf, newGuest, test } from './people'
import { setFault } from './switches'

test('an admin sees both sagas of a visit, and opens one: steps, attempts, times', async ({ page, signedIn }) => {
  const guest = await book(page, newGuest(), 10)
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  await doctor.getByRole('button', { name: `Confirm ${guest.name}` }).click()
  await expect(page.getByRole('status')).toContainText('It is confirmed.', { timeout: 30_000 })

  const admin = await signedIn('ada')
  await admin.goto('/sagas')
  const rows = admin.getByRole('row').filter({ hasText: guest.name })
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: 'confirmation' })).toContainText('Done')
  await rows.filter({ hasText: 'request' }).getByRole('link').click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Everything is done.')
  const timeline = admin.getByRole('region', { name: /What happened/ })
  for (const step of ['Load patient and doctor', 'Add to the calendar', 'E-mail the patient', 'E-mail the doctor']) {
    await expect(timeline.locator('.line', { hasText: step })).toContainText(/\d\d:\d\d:\d\d.*\d m?s/s)
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
  await book(page, guest, 11)
  await expect(page.getByRole('status')).toContainText('This visit could not be booked.', { timeout: 30_000 })
  await expect(page.getByRole('status')).toContainText('Dr Vasseur’s calendar refused this slot. Everything was undone')
  await expect(page.getByText('Everything undone, the slot is free')).toBeVisible()
  await expect(lineOf(page, 'Message to tell you')).toContainText('done:', { timeout: 30_000 })
  await setFault(admin, 'Calendar', 'works')

  expect(await mailOf(page, guest.email)).toEqual([expect.stringMatching(/^Not booked: /)])
  await admin.goto('/sagas')
  const row = admin.getByRole('row').filter({ hasText: guest.name })
  await expect(row).toContainText('Undone, slot free')
  await expect(row).toContainText('The calendar refused (403)')
  const states = await admin
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((one) => one.getAttribute('data-state')))
  expect(states.lastIndexOf('undone')).toBeLessThan(states.indexOf('done'))

  const again = newGuest()
  await book(page, again, 11)
  await expect(page.getByRole('status')).toContainText('Your request is made.')
})

test('when the mail refuses, nobody could be told: a person is asked, and stands first of all', async ({
  page,
  signedIn,
}) => {
  const admin = await signedIn('ada')
  await setFault(admin, 'Mail and SMS', 'refuses everything')
  const guest = newGuest()
  await book(page, guest, 12)
  await expect(page.getByRole('status')).toContainText('This visit could not be booked.', { timeout: 30_000 })
  await expect(lineOf(page, 'Message to tell you')).toContainText('failed:', { timeout: 30_000 })
  await setFault(admin, 'Mail and SMS', 'works')
  await expect(admin.getByRole('heading', { level: 1 })).toContainText(/sagas? needs? a person/)
  await admin.goto('/sagas')
  const first = admin.locator('tbody tr').first()
  await expect(first).toContainText(guest.name)
  await expect(first).toContainText('Needs attention')
  await first.getByRole('link').click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText(
    'The mail service refused (550), so everything was undone.',
  )
  await expect(
    admin.getByText('Call the patient: “Tell the patient it is not booked” did not go through.'),
  ).toBeVisible()
  const timeline = admin.getByRole('region', { name: /What happened/ })
  await expect(timeline.locator('.line', { hasText: 'E-mail the doctor' })).toContainText('Not started')
  await expect(timeline.locator('.line', { hasText: 'Remove from the calendar' })).toBeVisible()
})
