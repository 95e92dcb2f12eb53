import { appointmentOf } from './backstage'
import { blockOf, openDay, otherWindow, ownDay } from './own-day'
import { expect, test } from './people'

const hourOf = async (guest: { email: string }) => (await appointmentOf(guest))?.startsAt.toISOString()

test('a dragged visit shows the free times, goes to the nearest, and says which that is', async ({ signedIn }) => {
  const { day, at, bookAfter } = await ownDay()
  const guest = await bookAfter(0)
  const doctor = await signedIn('helene')
  await doctor.setViewportSize({ width: 1280, height: 1300 })
  await openDay(doctor, day)
  const from = await blockOf(doctor, guest).boundingBox()
  if (!from) throw new Error('nothing to drag')
  await doctor.mouse.move(from.x + 40, from.y + 8)
  await doctor.mouse.down()
  // 29 minutes further down, where none begins.
  await doctor.mouse.move(from.x + 40, from.y + 8 + 29 * 1.6, { steps: 8 })
  await expect(doctor.locator('[data-free]').nth(10)).toBeVisible()
  await expect(doctor.locator('[data-ghost=free]')).toHaveText(/08:50$/)
  await doctor.mouse.up()
  await expect(doctor.getByText(`${guest.name}: moved to`)).toBeVisible()
  await expect.poll(() => hourOf(guest)).toBe(at(20))
})

test('the page scrolls along with what is dragged to its edge, and Escape leaves the visit where it was', async ({
  signedIn,
}) => {
  const { day, at, bookAfter } = await ownDay()
  const guest = await bookAfter(0)
  const doctor = await signedIn('helene')
  await doctor.setViewportSize({ width: 1280, height: 600 })
  await openDay(doctor, day)
  const from = await blockOf(doctor, guest).boundingBox()
  if (!from) throw new Error('nothing to drag')
  await doctor.mouse.move(from.x + 40, from.y + 8)
  await doctor.mouse.down()
  await doctor.mouse.move(from.x + 40, 590, { steps: 8 })
  await expect.poll(() => doctor.evaluate(() => window.scrollY)).toBeGreaterThan(200)
  // Away from the edge, the page rests.
  await doctor.mouse.move(from.x + 40, 300)
  await expect(doctor.locator('[data-ghost]')).toBeInViewport()
  await doctor.keyboard.press('Escape')
  await doctor.mouse.up()
  await expect(doctor.locator('[data-ghost]')).toHaveCount(0)
  await expect(doctor.locator('[data-free]')).toHaveCount(0)
  expect(await hourOf(guest)).toBe(at(0))
})

test('a visit that is dropped on another is refused by that one’s name, and a nearest time is one press away', async ({
  signedIn,
}) => {
  const { day, at, bookAfter } = await ownDay()
  const guest = await bookAfter(0)
  await bookAfter(20)
  const taker = await bookAfter(40)
  await bookAfter(60)
  const doctor = await signedIn('helene')
  await doctor.setViewportSize({ width: 1280, height: 1300 })
  await openDay(doctor, day)
  const [from, to] = [await blockOf(doctor, guest).boundingBox(), await blockOf(doctor, taker).boundingBox()]
  if (!from || !to) throw new Error('nothing to drag')
  await doctor.mouse.move(from.x + 40, from.y + 8)
  await doctor.mouse.down()
  await doctor.mouse.move(to.x + 40, to.y + 8, { steps: 8 })
  await expect(doctor.locator('[data-ghost=refused]')).toContainText(`Taken by ${taker.name}`)
  await doctor.mouse.up()
  const note = doctor.getByRole('alert').filter({ hasText: guest.name })
  await expect(note).toContainText(`09:10: Taken by ${taker.name}.`)
  await note.getByRole('button', { name: /09:50$/ }).click()
  await expect(note).toBeHidden()
  await expect.poll(() => hourOf(guest)).toBe(at(80))
})

test('a visit is moved by keys: M, arrows, Enter; and Escape leaves it where it was', async ({ signedIn }) => {
  const { day, at, bookAfter } = await ownDay()
  const guest = await bookAfter(0)
  await bookAfter(20)
  const doctor = await signedIn('helene')
  await openDay(doctor, day, 'week')
  const said = doctor.locator('[data-said]')
  const block = blockOf(doctor, guest)
  await block.focus()
  await doctor.keyboard.press('m')
  await expect(said).toContainText(/\d+ free times/)
  await doctor.keyboard.press('ArrowDown')
  await expect(said).toHaveText(/09:10$/)
  await doctor.keyboard.press('Escape')
  await expect(said).toHaveText(new RegExp(`^${guest.name} stays on .*08:30\\.$`))
  await expect(doctor.locator('[data-ghost]')).toBeHidden()
  await expect(block).toBeFocused()
  await doctor.keyboard.press('m')
  await expect(said).toContainText(/\d+ free times/)
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await doctor.keyboard.press(key)
  await expect(doctor.getByText(`${guest.name}: moved to`)).toBeVisible()
  await expect(block).toBeFocused()
  await expect.poll(() => hourOf(guest)).toBe(at(60))
})

test('on a touch screen a long press drags, and a short one opens', async ({ signedIn, browser }) => {
  const { day, at, bookAfter } = await ownDay()
  const guest = await bookAfter(0)
  const doctor = await signedIn('helene')
  const phone = await otherWindow(browser, doctor, { hasTouch: true, viewport: { width: 390, height: 1300 } })
  await openDay(phone, day, 'week')
  const block = blockOf(phone, guest)
  await block.tap()
  await expect(phone.getByRole('dialog', { name: guest.name })).toBeVisible()
  await phone.keyboard.press('Escape')
  const from = await block.boundingBox()
  if (!from) throw new Error('nothing to drag')
  const client = await phone.context().newCDPSession(phone)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', below = 0) => {
    const touchPoints = type === 'touchEnd' ? [] : [{ x: from.x + 40, y: from.y + 8 + below }]
    return client.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
  await touch('touchStart')
  await expect(phone.locator('[data-free]:visible').first()).toBeVisible()
  for (const below of [10, 30, 20 * 1.6]) await touch('touchMove', below)
  await expect(phone.locator('[data-ghost=free]')).toHaveText(/08:50$/)
  await touch('touchEnd')
  await expect.poll(() => hourOf(guest)).toBe(at(20))
  await phone.context().close()
})
