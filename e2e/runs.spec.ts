import { ownDay } from './own-day'
import { expect, expectAccessible, test } from './people'

test('all requests of a day are confirmed by the server: taken back in time, and done though the page is closed', async ({
  signedIn,
}) => {
  const { day, bookAfter } = await ownDay()
  const guests = [
    await bookAfter(0, undefined, true),
    await bookAfter(30, undefined, true),
    await bookAfter(60, undefined, true),
  ]
  const doctor = await signedIn('helene')
  await doctor.goto(`/calendar?date=${day}`)
  const card = (name: string) => doctor.locator('[data-request]', { hasText: name })
  const line = doctor.getByRole('region', { name: 'Bulk operations under way' })
  const others = await doctor.locator('[data-request]').count()
  const confirmOurs = async () => {
    await doctor
      .getByRole('button', { name: /^Confirm (both|all)/ })
      .first()
      .click()
    const dialog = doctor.getByRole('dialog')
    const spared = dialog.getByRole('checkbox')
    for (let at = 0; at < (await spared.count()); at++) {
      const text = await dialog.locator('label').nth(at).textContent()
      if (!guests.some(({ name }) => text?.includes(name))) await spared.nth(at).uncheck()
    }
    await dialog.getByRole('button', { name: 'Confirm these 3' }).click()
  }

  await confirmOurs()
  await expect(line).toContainText('Confirming 3 appointments')
  await expect(line).toContainText('Nothing is done yet')
  for (const { name } of guests) await expect(card(name)).toHaveCount(0)
  await expectAccessible(doctor)
  await line.getByRole('button', { name: 'Take back' }).click()
  await expect(line).toContainText('Taken back: nothing was done.')
  for (const { name } of guests) await expect(card(name)).toBeVisible()
  expect(await doctor.locator('[data-request]').count()).toBeGreaterThanOrEqual(others)

  await confirmOurs()
  await expect(line).toContainText('Nothing is done yet')
  await doctor.close()
  const again = await signedIn('helene')
  await again.goto('/runs')
  await again.getByRole('link', { name: 'Confirming 3 appointments' }).first().click()
  await expect(again.getByRole('main').getByRole('status')).toHaveText('All 3 done.')
  for (const { name } of guests) await expect(again.getByRole('main').getByRole('row', { name })).toContainText('done')
  await expectAccessible(again)
  await again.goto(`/calendar?date=${day}`)
  for (const { name } of guests) await expect(again.locator('[data-request]', { hasText: name })).toHaveCount(0)
})
