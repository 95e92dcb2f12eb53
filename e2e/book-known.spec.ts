import { doctors } from '@/prisma/demo/cast'
import { freeHour } from './free-hour'
import { expect, newGuest, openForm, requestVisit, test } from './people'

/** Not the doctor whom they saw: two visits with one in a week are asked about first. */
const { slug } = doctors.idris

test('somebody whom the clinic knows is booked by three letters and Enter, sent by no Enter before that', async ({
  page,
  signedIn,
}) => {
  await openForm(page)
  const name = `Zyx${newGuest().name.replace(/\D/g, '')} Guest`
  await requestVisit(page, { name, email: newGuest().email })
  const desk = await signedIn('ada')
  const { startsAt } = await freeHour(slug)
  await desk.goto(`/day/book?doctor=${slug}&start=${startsAt}`)
  const find = desk.getByRole('combobox', { name: 'Find a patient' })
  await expect(find).toBeFocused()
  await desk.keyboard.press('Enter')
  await desk.keyboard.type('zyx')
  await expect(desk.getByRole('option').first()).toContainText(/zyx/i)
  await desk.keyboard.press('Enter')
  await desk.waitForURL(/patient=/)
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(`Appointment for ${name}`)
  await desk.getByRole('button', { name: 'Book', exact: true }).click()
  await desk.waitForURL(/booked=/)
  await expect(desk.getByRole('status').filter({ hasText: `Booked: ${name}` })).toBeVisible()
})
