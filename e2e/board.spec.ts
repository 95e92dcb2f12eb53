import type { Page } from '@playwright/test'
import { appointmentOf } from './backstage'
import { visitOfLastWeek } from './last-week'
import { long, otherWindow, ownDay, usual } from './own-day'
import { expect, expectAccessible, test } from './people'

/** Opens the day of all doctors and waits until it answers. */
async function openBoard(page: Page, day: string): Promise<void> {
  await page.goto(`/day?date=${day}`)
  await expect(page.locator('[data-board=ready]')).toBeVisible()
}

const columnOf = (page: Page, slug: string) => page.locator(`#${slug}`)
const blockOf = (page: Page, { name }: { name: string }) => page.locator('[data-board] a', { hasText: name })
const dayOf = (path: string) => path.split('date=')[1] ?? ''

/** Where the middle of something is. */
async function middleOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`there is no ${selector}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

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
  await column.getByRole('link', { name: 'Dr Vasseur' }).click()
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
  await expect(theirs).toContainText('vu')
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
  await expect(said).toBeVisible()
  await desk.keyboard.press('Backspace')
  await said.getByLabel('Reason').fill('The doctor is away')
  await said.getByRole('button', { name: 'Cancel this appointment' }).click()
  await expect.poll(async () => (await appointmentOf(asked))?.endedBecause).toBe('cancelled_by_staff')
  await expect(blockOf(desk, asked)).toHaveCount(0)
})

test('a visit is dragged to another hour of its doctor, and never to another doctor', async ({ signedIn }) => {
  const { day, at, bookAfter } = await ownDay()
  const guest = await bookAfter(0)
  const desk = await signedIn('ada')
  await openBoard(desk, day)
  const id = (await appointmentOf(guest))?.id
  const own = `[data-visit="${id}"]`
  const start = (minutes: number) => `#helene-vasseur [data-start="${at(minutes)}"]`
  await blockOf(desk, guest).scrollIntoViewIfNeeded()

  const from = await middleOf(desk, own)
  const other = await middleOf(desk, '#idris-okafor [data-column]')
  await desk.mouse.move(from.x, from.y)
  await desk.mouse.down()
  await desk.mouse.move(other.x, from.y + 60, { steps: 6 })
  await expect(desk.locator('[data-ghost=refused]')).toBeVisible()
  await desk.mouse.up()
  await expect(desk.locator('[data-refused]')).toContainText('An appointment keeps its doctor')
  await desk.keyboard.press('Escape')
  await expect(desk.locator('[data-refused]')).toHaveCount(0)

  const to = await middleOf(desk, start(40))
  await desk.mouse.move(from.x, from.y)
  await desk.mouse.down()
  await desk.mouse.move(to.x, to.y, { steps: 6 })
  await expect(desk.locator('[data-ghost=free]')).toBeVisible()
  await desk.mouse.up()
  await expect.poll(async () => (await appointmentOf(guest))?.startsAt.toISOString()).toBe(at(40))
  await expect(desk.locator(start(0))).toBeVisible()
})

test('arrows lead from visit to visit and from doctor to doctor, and M moves by keys', async ({ signedIn }) => {
  const { day, at, bookAfter } = await ownDay()
  const [first, second] = [await bookAfter(0), await bookAfter(60)]
  const desk = await signedIn('ada')
  await openBoard(desk, day)
  await blockOf(desk, first).focus()
  for (let cells = 0; cells < 20; cells++) {
    await desk.keyboard.press('ArrowDown')
    if (await blockOf(desk, second).evaluate((link) => link === document.activeElement)) break
  }
  await expect(blockOf(desk, second)).toBeFocused()
  await desk.keyboard.press('m')
  await expect(desk.locator('[data-said]')).toContainText('free time')
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('Enter')
  await expect.poll(async () => (await appointmentOf(second))?.startsAt.toISOString()).toBe(at(80))
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
