import { appointmentOf } from './backstage'
import { visitOfLastWeek } from './last-week'
import { blockOf, columnOf, dayOf, openBoard } from './own-board'
import { long, otherWindow, ownDay, usual } from './own-day'
import { expect, expectAccessible, test } from './people'

test('the desk’s home is the day of all doctors, one column each, and each name leads to that doctor’s list', async ({
  signedIn,
}) => {
  const { day, bookAfter } = await ownDay()
  const [sure, asked] = [await bookAfter(0), await bookAfter(20, usual, true)]
  const desk = await signedIn('ada')
  await openBoard(desk, day)
  await expect(desk.locator('[data-board] section')).toHaveCount(5)
  const column = columnOf(desk, 'helene-vasseur')
  await expect(column.locator('a', { hasText: sure.name })).toHaveAttribute('data-state', 'coming')
  await expect(column.locator('a', { hasText: asked.name })).toContainText('requested')
  await expect(column.locator('[data-counts]')).toContainText(/^2 · \d+ free$/)
  const free = await column.locator('[data-start]').count()
  expect(await column.locator('[data-counts]').textContent()).toBe(`2 · ${free} free`)
  await expect(columnOf(desk, 'idris-okafor').locator('a', { hasText: sure.name })).toHaveCount(0)
  await column.getByRole('link', { name: 'Dr Vasseur', exact: true }).click()
  await expect(desk).toHaveURL(/doctor=helene-vasseur/)
  await expect(desk.getByRole('row').filter({ hasText: sure.name })).toBeVisible()
  await desk.getByRole('link', { name: 'All doctors' }).click()
  await expect(blockOf(desk, sure)).toBeVisible()
})

test('who comes is noted with one key each, and taken back; another desk sees it at once', async ({
  browser,
  signedIn,
}) => {
  const { guest, path } = await visitOfLastWeek()
  const desk = await signedIn('ada')
  const other = await otherWindow(browser, desk, { locale: 'fr-FR' })
  await openBoard(desk, dayOf(path))
  await openBoard(other, dayOf(path))
  const [mine, theirs] = [blockOf(desk, guest), blockOf(other, guest)]
  await mine.focus()
  await desk.keyboard.press('a')
  await expect(mine).toHaveAttribute('data-state', 'waits')
  await expect(mine).toContainText('0 min')
  await expect(theirs).toHaveAttribute('data-state', 'waits')
  await theirs.focus()
  await other.keyboard.press('e')
  await expect(theirs).toContainText('en consultation')
  await expect(mine).toHaveAttribute('data-state', 'inside')
  await desk.keyboard.press('z')
  await expect(mine).toHaveAttribute('data-state', 'waits')
  await desk.keyboard.press('e')
  await expect(mine).toHaveAttribute('data-state', 'inside')
  await desk.keyboard.press('t')
  await expect(mine).toHaveAttribute('data-state', 'over')
  await expect(theirs).toContainText('fait')
  await desk.keyboard.press('z')
  await expect(mine).toHaveAttribute('data-state', 'inside')
  await other.context().close()
})

test('a visit that is pressed says what is known of it, and can be called in, moved, cancelled and confirmed', async ({
  signedIn,
}) => {
  const { day, bookAfter } = await ownDay()
  const asked = await bookAfter(0, long, true)
  const desk = await signedIn('ada')
  await openBoard(desk, day)
  await blockOf(desk, asked).click()
  const said = desk.getByRole('dialog', { name: asked.name })
  await expect(said).toContainText('40 min')
  await expectAccessible(desk)
  await said.getByRole('button', { name: 'Confirm' }).click()
  await expect.poll(async () => (await appointmentOf(asked))?.status).toBe('confirmed')
  await expect(blockOf(desk, asked)).not.toContainText('requested')
  await blockOf(desk, asked).focus()
  await desk.keyboard.press('Enter')
  // While the page does not know of the confirmation yet, nothing else is offered.
  await expect(said.getByRole('button', { name: 'Cancel…' })).toBeVisible()
  await desk.keyboard.press('Backspace')
  await said.getByLabel('Reason').fill('The doctor is away')
  await said.getByRole('button', { name: 'Cancel this appointment' }).click()
  await expect.poll(async () => (await appointmentOf(asked))?.endedBecause).toBe('cancelled_by_staff')
  await expect(blockOf(desk, asked)).toHaveCount(0)
})

test('on a phone one doctor is shown at a time, chosen from the strip, and nothing is wider', async ({
  browser,
  signedIn,
}) => {
  const { day, bookAfter } = await ownDay()
  const guest = await bookAfter(0)
  for (const width of [360, 390]) {
    const phone = await otherWindow(browser, await signedIn('ada'), { viewport: { width, height: 740 } })
    await openBoard(phone, day)
    await phone.getByRole('navigation', { name: 'Doctors' }).getByRole('link', { name: 'Dr Vasseur' }).click()
    await expect(blockOf(phone, guest)).toBeInViewport()
    const room = await phone.locator('[data-scrolls]').boundingBox()
    const column = await columnOf(phone, 'helene-vasseur').boundingBox()
    expect(column?.width).toBeGreaterThan(0.75 * (room?.width ?? Number.POSITIVE_INFINITY))
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await phone.context().close()
  }
})

test('without JavaScript the board is read, and each visit leads to its page', async ({ browser, signedIn }) => {
  const { day, bookAfter } = await ownDay()
  const guest = await bookAfter(0)
  const still = await otherWindow(browser, await signedIn('ada'), { javaScriptEnabled: false })
  await still.goto(`/day?date=${day}`)
  await blockOf(still, guest).click()
  await expect(still.getByRole('heading', { name: guest.name })).toBeVisible()
  await still.getByRole('link', { name: 'Day', exact: true }).first().click()
  await expect(still.locator('[data-board]')).toBeVisible()
  await still.context().close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the board is accessible in the ${colorScheme}, wide and narrow, full and closed`, async ({
    browser,
    signedIn,
  }) => {
    const { path } = await visitOfLastWeek()
    const page = await otherWindow(browser, await signedIn('ada'), { colorScheme, reducedMotion: 'reduce' })
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 })
      for (const day of [dayOf(path), '2030-06-02']) {
        await openBoard(page, day)
        await expectAccessible(page)
      }
    }
    await page.context().close()
  })
}
