import { laterBy, minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { doctors } from '@/prisma/demo/cast'
import { backstage } from './backstage'
import { freeHour } from './free-hour'
import { otherWindow } from './own-day'
import { bookingForm, expect, expectAccessible, newGuest, openForm, test } from './people'

const { slug } = doctors.helene

/** The visit of somebody by the name that the test gave them: the only one that was booked on its day. */
async function visitAt(startsAt: string) {
  return backstage((db) =>
    db.appointment.findFirst({ where: { doctorId: doctors.helene.id, startsAt, status: { not: 'ended' } } }),
  )
}

test('a receptionist books by phone: who, when, a text message, and the row is marked in the day', async ({
  signedIn,
}) => {
  const desk = await signedIn('ada')
  const { startsAt, day } = await freeHour(slug)
  const { name } = newGuest()
  await desk.goto(`/day?doctor=${slug}&date=${day}`)
  await expect
    .poll(async () => {
      await desk.keyboard.press('r')
      return desk.url()
    })
    .toContain('/day/book')
  await desk.goto(`/day/book?doctor=${slug}&start=${startsAt}`)
  await expectAccessible(desk)
  await expect(desk.getByRole('combobox', { name: 'Find a patient' })).toBeFocused()
  await desk.getByLabel('Name').fill(name)
  await desk.keyboard.press('Tab')
  await desk.keyboard.type('06 39 98 22 15')
  await desk.getByLabel('Text message').check()
  await expect(desk.getByText('The patient is told by text message.')).toBeVisible()
  await desk.getByRole('button', { name: 'Book', exact: true }).click()
  await desk.waitForURL(/booked=/)
  await expect(desk.getByRole('status').filter({ hasText: `Booked: ${name}` })).toBeVisible()
  const row = desk.getByRole('row', { name })
  await expect(row).toContainText(/confirmed/i)
  expect(await visitAt(startsAt)).toMatchObject({ status: 'confirmed' })
})

test('what is missing is said beside its field, and nothing that was typed is lost', async ({ signedIn }) => {
  const desk = await signedIn('ada')
  const { startsAt } = await freeHour(slug)
  await desk.goto(`/day/book?doctor=${slug}&start=${startsAt}`)
  await desk.getByLabel('Phone').fill('06 39 98 22 15')
  await desk.getByLabel('Email (optional)').fill('nobody.example.org')
  await desk.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(desk.getByText('The @ is missing.')).toBeVisible()
  await desk.getByLabel('Email (optional)').fill('')
  await desk.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(desk.getByLabel('Name')).toBeFocused()
  await expect(desk.getByLabel('Phone')).toHaveValue('06 39 98 22 15')
  expect(await visitAt(startsAt)).toBeNull()
})

test('an hour outside of the doctor’s is booked after a warning, without JavaScript and in French', async ({
  browser,
  signedIn,
}) => {
  const desk = await otherWindow(browser, await signedIn('ada'), { javaScriptEnabled: false, locale: 'fr-FR' })
  const { day } = await freeHour(slug)
  const { name } = newGuest()
  await desk.goto(`/day/book?doctor=${slug}`)
  await desk.getByLabel('Nom').fill(name)
  await desk.getByLabel('Un autre moment, même hors horaires…').check()
  await desk.getByLabel('Jour', { exact: true }).fill(day)
  await desk.getByLabel('Heure').fill('5h10')
  await desk.getByRole('button', { name: 'Réserver', exact: true }).click()
  await expect(desk.getByText('ne reçoit pas à ce moment-là')).toBeVisible()
  await desk.getByRole('button', { name: 'Réserver quand même' }).click()
  await expect(desk).toHaveURL(/booked=/)
  await expect(desk.getByText(`Réservé : ${name}`)).toBeVisible()
  await desk.context().close()
})

test('whoever walks in is booked into the hour that has just begun', async ({ signedIn }) => {
  const desk = await signedIn('ada')
  const { name } = newGuest()
  const begun = laterBy(isoNow().slice(0, 16).concat(':00.000Z'), -5 * minuteMs)
  await desk.goto(`/day/book?doctor=${doctors.samuel.slug}&start=${begun}`)
  await expect(desk.getByText('This time has already begun.')).toBeVisible()
  await desk.getByLabel('Name').fill(name)
  // Whoever is there at this hour of the day, the doctor has a reason.
  const reason = desk.getByLabel('Why all the same')
  if (await reason.isVisible()) await reason.fill('Walked in with a fever.')
  await desk.getByRole('button', { name: 'Book all the same' }).click()
  await desk.waitForURL(/booked=/)
  await expect(desk.getByRole('status').filter({ hasText: `Booked: ${name}` })).toBeVisible()
})

test('an hour that a stranger holds is taken from them after a warning, and they are offered another', async ({
  page,
  signedIn,
}) => {
  await openForm(page)
  const startsAt = await bookingForm(page).locator('[name=slot]').first().inputValue()
  const desk = await signedIn('ada')
  await desk.goto(`/day/book?doctor=${slug}&start=${startsAt}`)
  await expect(desk.getByText('A patient is filling in the form for this time.')).toBeVisible()
  await desk.getByLabel('Name').fill(newGuest().name)
  await desk.getByRole('button', { name: 'Book all the same' }).click()
  await desk.waitForURL(/booked=/)
  const guest = newGuest()
  await page.getByLabel('Patient’s name').fill(guest.name)
  await page.getByLabel('Email', { exact: true }).fill(guest.email)
  await page.getByRole('button', { name: 'Request this appointment' }).click()
  await expect(page.getByText('That time has just been taken.')).toBeVisible()
})

test('an hour that somebody has is given again with a reason, which its page shows; what is freed is not offered', async ({
  page,
  signedIn,
}) => {
  const desk = await signedIn('ada')
  const { startsAt, day, week } = await freeHour(slug)
  const [first, second] = [newGuest().name, newGuest().name]
  await desk.goto(`/day/book?doctor=${slug}&start=${startsAt}`)
  await desk.getByLabel('Name').fill(first)
  await desk.keyboard.press('Enter')
  await desk.waitForURL(/booked=/)

  await desk.goto(`/day/book?doctor=${slug}&start=${startsAt}`)
  await expect(desk.getByText('Somebody else has this time, or part of it.')).toBeVisible()
  await expectAccessible(desk)
  await desk.getByLabel('Name').fill(second)
  await desk.getByRole('button', { name: 'Book all the same' }).click()
  await expect(desk.getByText('Say why this time is given although somebody has it.')).toBeVisible()
  await expect(desk.getByLabel('Name')).toHaveValue(second)
  await desk.getByLabel('Why all the same').fill('Fever for three days.')
  await desk.getByRole('button', { name: 'Book all the same' }).click()
  await desk.waitForURL(/booked=/)
  await expect(desk.getByRole('row', { name: second })).toBeVisible()
  await desk.getByRole('link', { name: second }).click()
  await expect(desk.getByText('Fever for three days.')).toBeVisible()

  const under = await backstage((db) =>
    db.slotClaim.findFirstOrThrow({ where: { doctorId: doctors.helene.id, startsAt, heldUntil: null } }),
  )
  await desk.goto(`/day/visits/${under.appointmentId}`)
  await desk.getByText('Cancel…').click()
  await desk.getByRole('button', { name: 'Cancel this appointment' }).click()
  await expect(desk.getByRole('status')).toContainText('Cancelled by the clinic')
  await page.goto(`/doctors/${slug}?week=${week}&day=${day}`)
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.locator(`button[name=slot][value="${startsAt}"]`)).toHaveCount(0)
})

test('a patient of the clinic is given another appointment from the last, with the keys alone', async ({
  signedIn,
}) => {
  const desk = await signedIn('ada')
  const { startsAt } = await freeHour(slug)
  await desk.goto(`/day/book?doctor=${slug}&start=${startsAt}`)
  const { name } = newGuest()
  await desk.getByLabel('Name').fill(name)
  await desk.keyboard.press('Enter')
  await desk.waitForURL(/booked=/)
  const { id, patientId } = (await visitAt(startsAt)) ?? {}
  await desk.goto(`/day/visits/${id}`)
  await desk.getByRole('link', { name: 'Another appointment' }).press('Enter')
  await expect(desk.getByRole('heading', { name: `Appointment for ${name}` })).toBeVisible()
  await expect(desk.getByText('No email and no phone number: you tell them now.')).toBeVisible()
  await expect
    .poll(async () => {
      await desk.keyboard.press('2')
      return desk.url()
    })
    .toContain('type=')
  await desk.locator('input[name=slot]:checked').press('Enter')
  await expect
    .poll(async () => {
      const anyway = desk.getByRole('button', { name: 'Book all the same' })
      if (await anyway.isVisible()) await anyway.click()
      return desk.url()
    })
    .toContain('booked=')
  expect(await backstage((db) => db.appointment.count({ where: { patientId: patientId ?? '' } }))).toBe(2)
})
