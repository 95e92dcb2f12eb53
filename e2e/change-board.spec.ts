import { appointmentOf } from './backstage'
import { blockOf, columnOf, middleOf, openBoard } from './own-board'
import { ownDay } from './own-day'
import { expect, expectAccessible, test } from './people'

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
  await expect(desk.locator('[data-said]')).toContainText('Arrows choose one')
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('Enter')
  await expect.poll(async () => (await appointmentOf(second))?.startsAt.toISOString()).toBe(at(80))
})

test('some time of a day is blocked with a word, once it was said whose visit lies in it', async ({ signedIn }) => {
  const { day, bookAfter } = await ownDay()
  const guest = await bookAfter(0)
  const desk = await signedIn('ada')
  await openBoard(desk, day)
  await columnOf(desk, 'helene-vasseur').getByRole('link', { name: 'Block or open: Dr Vasseur' }).click()
  const block = desk.getByRole('region', { name: 'Block some time' })
  await block.getByLabel('From').fill('25h')
  await block.getByLabel('To').fill('23:00')
  await block.getByLabel('A word').fill('Team meeting')
  await block.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(block.getByText('This is not a time of day.')).toBeVisible()
  await expect(block.getByLabel('A word')).toHaveValue('Team meeting')
  await block.getByLabel('From').fill('00:01')
  await block.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(block.getByRole('link', { name: guest.name })).toBeVisible()
  await expectAccessible(desk)
  await block.getByRole('button', { name: 'Take it anyway' }).click()
  await expect(block.getByText('Blocked.')).toBeVisible()
  await expect(block.getByRole('listitem').filter({ hasText: 'Team meeting' })).toBeVisible()
})
