import { appointmentOf, bookLastWeek } from './backstage'
import { rowOf, visitOfLastWeek } from './last-week'
import { book, expect, expectAccessible, freeHours, hourOn, mailOf, newGuest, test } from './people'

test('a doctor notes that a patient arrived and was seen, and takes each back', async ({ signedIn }) => {
  const { guest, path } = await visitOfLastWeek()
  const doctor = await signedIn('helene')
  await doctor.goto(path)
  const row = rowOf(doctor, guest)
  await expect(row).toContainText(guest.email)
  await row.getByRole('button', { name: 'Mark arrived' }).click()
  await expect(row).toContainText('Arrived, ')
  await row.getByRole('button', { name: 'Finish' }).click()
  await expect(row).toContainText('Seen')
  await row.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toContainText('Arrived, ')
  await row.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toContainText('Confirmed')
  await expect.poll(async () => (await appointmentOf(guest))?.endedBecause).toBe('reopened')
})

test('the whole day is kept with the keys, and ? lists all of them', async ({ signedIn }) => {
  const { guest, path } = await visitOfLastWeek()
  const doctor = await signedIn('helene')
  await doctor.goto(path)
  const row = rowOf(doctor, guest)
  await doctor.keyboard.press('?')
  const keys = doctor.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toContainText('Aarrived')
  await expectAccessible(doctor)
  await doctor.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  const name = row.getByRole('link', { name: guest.name })
  for (let rows = 0; rows < 40 && !(await name.evaluate((element) => element === document.activeElement)); rows++) {
    await doctor.keyboard.press('ArrowDown')
  }
  await expect(name).toBeFocused()
  await doctor.keyboard.press('n')
  await expect(row).toHaveAttribute('data-standing', 'missed')
  await doctor.keyboard.press('z')
  await expect(row).toHaveAttribute('data-standing', 'confirmed')
  await doctor.keyboard.press('a')
  await expect(row).toHaveAttribute('data-standing', 'arrived')
  await doctor.keyboard.press('t')
  await expect(row).toHaveAttribute('data-standing', 'completed')
})

test('a no-show that was a mistake is not what the patient reads afterwards', async ({ page, signedIn }) => {
  const guest = newGuest()
  const visit = await bookLastWeek(guest)
  const row = await appointmentOf(guest)
  const doctor = await signedIn('helene')
  await doctor.goto(`/day?date=${row?.startsAt.toISOString().slice(0, 10)}`)
  await rowOf(doctor, guest).getByRole('button', { name: 'Missed' }).click()
  await page.goto(visit.page)
  await expect(page.getByRole('status')).toContainText('Missed appointment.')
  await rowOf(doctor, guest).getByRole('button', { name: 'Undo' }).click()
  await rowOf(doctor, guest).getByRole('button', { name: 'Mark arrived' }).click()
  await rowOf(doctor, guest).getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByRole('status')).toContainText('This appointment has taken place.')
  expect(
    (await mailOf(page, guest.email)).filter((subject) => subject.startsWith('Missed appointment')).length,
  ).toBeLessThan(2)
})

test('what somebody else recorded meanwhile is said, and nothing is recorded twice', async ({
  signedIn,
  expectError,
}) => {
  const { guest, path } = await visitOfLastWeek()
  const [doctor, admin] = [await signedIn('helene'), await signedIn('ada')]
  // Without its stream and its timer the page stays as it was read.
  await doctor.route('**/api/calendar/stream', (route) => route.abort())
  expectError(/ERR_FAILED/)
  await admin.goto(`${path}&doctor=helene-vasseur`)
  await doctor.goto(path)
  await expect(rowOf(doctor, guest)).toContainText('Confirmed')
  await rowOf(admin, guest).getByRole('button', { name: 'Missed' }).click()
  await expect(rowOf(admin, guest)).toContainText('Missed')
  await expect(rowOf(doctor, guest)).toContainText('Missed')
})

test('staff choose a doctor; a doctor has no other day than their own', async ({ page, signedIn }) => {
  await page.goto('/day')
  await expect(page).toHaveURL(/sign-in/)
  const [doctor, admin] = [await signedIn('idris'), await signedIn('ada')]
  expect((await doctor.goto('/day?doctor=helene-vasseur'))?.status()).toBe(404)
  expect((await doctor.goto('/day?doctor=idris-okafor'))?.status()).toBe(200)
  expect((await admin.goto('/day?doctor=nobody'))?.status()).toBe(404)
  await admin.goto('/day?doctor=helene-vasseur')
  await admin.getByRole('link', { name: 'Dr Idris Okafor' }).click()
  await expect(admin).toHaveURL(/doctor=idris-okafor/)
  await expect(admin.getByText('Dr Idris Okafor, general practice')).toBeVisible()
  await expect(admin.locator('a[href^="/calendar/visits/"]')).toHaveCount(0)
})

test('the front desk moves and cancels a visit on a page of its own, never by the patient’s link', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const [doctor, admin] = [await signedIn('helene'), await signedIn('ada')]
  const visit = await appointmentOf(guest)
  expect((await page.goto(`/day/visits/${visit?.id}`))?.url()).toContain('/sign-in')
  await doctor.goto(`/day/visits/${visit?.id}`)
  await expect(doctor).toHaveURL(`/calendar/visits/${visit?.id}`)

  await admin.goto(`/day/visits/${visit?.id}`)
  await expect(admin.getByRole('heading', { name: guest.name })).toBeVisible()
  await expectAccessible(admin)
  await expect(admin.locator('a[href*="/v/"]')).toHaveCount(0)
  await admin.getByRole('link', { name: 'Move…' }).click()
  await freeHours(admin).last().click()
  await admin.getByRole('button', { name: 'Move it here' }).click()
  await expect(admin.getByRole('status')).toContainText('Request: it waits for Dr Vasseur')
  await admin.getByText('Cancel…').click()
  await admin.getByRole('button', { name: 'Cancel this appointment' }).click()
  await expect(admin.getByRole('status')).toContainText('Cancelled by the clinic')
})

test('without JavaScript a doctor confirms a request on its day and notes who came', async ({
  page,
  browser,
  signedIn,
}) => {
  const request = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const day = (await hourOn(page)).slice(0, 10)
  const { guest, path } = await visitOfLastWeek()
  const storageState = await (await signedIn('helene')).context().storageState()
  const context = await browser.newContext({ storageState, javaScriptEnabled: false })
  const still = await context.newPage()
  await still.goto(`/day?date=${day}`)
  await rowOf(still, request).getByRole('button', { name: 'Confirm' }).click()
  await expect(rowOf(still, request)).toContainText('Confirmed')
  await still.goto(path)
  await rowOf(still, guest).getByRole('button', { name: 'Mark arrived' }).click()
  await expect(rowOf(still, guest)).toContainText('Arrived, ')
  await context.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the day is accessible in the ${colorScheme}, wide and narrow`, async ({ browser, signedIn }) => {
    const { path } = await visitOfLastWeek()
    for (const who of ['helene', 'ada'] as const) {
      const storageState = await (await signedIn(who)).context().storageState()
      const context = await browser.newContext({ storageState, colorScheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 })
        const whose = who === 'ada' ? '&doctor=helene-vasseur' : ''
        for (const one of [`${path}${whose}`, `/day?date=${whose}`, `/day?date=2030-06-02${whose}`]) {
          await page.goto(one)
          await expect(page.getByRole('table')).toBeVisible()
          await expectAccessible(page)
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(overflow).toBeLessThanOrEqual(0)
        }
      }
      await context.close()
    }
  })
}
