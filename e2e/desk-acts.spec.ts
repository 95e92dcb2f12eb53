import { appointmentOf } from './backstage'
import { book, expect, freeHours, test } from './people'

test('the desk confirms a request from its page, and says afterwards how it stands', async ({ page, signedIn }) => {
  const guest = await book(page)
  const visit = await appointmentOf(guest)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const desk = await signedIn('ada')
  await desk.goto(`/day/visits/${visit?.id}`)
  await desk.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(desk.getByRole('status')).toContainText('Confirmed')
  await expect(desk.getByRole('button', { name: 'Confirm', exact: true })).toHaveCount(0)
  await expect(page.getByRole('status')).toContainText('Your appointment is confirmed.')
})

test('the desk declines a request with a reason, which the patient reads', async ({ page, signedIn }) => {
  const guest = await book(page)
  const visit = await appointmentOf(guest)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const desk = await signedIn('ada')
  await desk.goto(`/day/visits/${visit?.id}`)
  await desk.getByText('Decline…').click()
  await desk.getByLabel('Reason').first().fill('Please see your own doctor first.')
  await desk.getByRole('button', { name: 'Decline this request' }).click()
  await expect(desk.getByRole('status')).toContainText('Declined')
  await expect(page.getByText('Please see your own doctor first.')).toBeVisible()
})

test('the desk reads any doctor’s agenda and acts in it; what it pressed can be taken back', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  const visit = await appointmentOf(guest)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const desk = await signedIn('ada')
  await desk.goto(`/calendar?doctor=helene-vasseur&date=${visit?.startsAt.toISOString().slice(0, 10)}`)
  const card = desk.locator('[data-request]', { hasText: guest.name })
  await card.getByRole('button', { name: `Confirm ${guest.name}` }).click()
  await desk.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(card).toBeVisible()
  await card.getByRole('button', { name: `Confirm ${guest.name}` }).click()
  await expect(page.getByRole('status')).toContainText('Your appointment is confirmed.')

  await desk.getByRole('link', { name: 'Next' }).click()
  await expect(desk).toHaveURL(/doctor=helene-vasseur/)
  await desk.goto(`/calendar/visits/${visit?.id}`)
  await expect(desk).toHaveURL(`/day/visits/${visit?.id}`)
  await desk.getByRole('link', { name: 'Move…' }).click()
  await freeHours(desk).last().click()
  await desk.getByRole('button', { name: 'Move it here' }).click()
  await expect(desk).toHaveURL(`/day/visits/${visit?.id}`)
})
