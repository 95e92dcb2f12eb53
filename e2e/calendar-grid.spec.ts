import type { Page } from '@playwright/test'
import { minuteMs } from '@/lib/domain/time'
import { appointmentOf } from './backstage'
import { blockOf, long, openDay, otherWindow, ownDay, short, usual } from './own-day'
import { expect, expectAccessible, test } from './people'

/** Fails when a visit of that day has not the whole width, when two lie over each other, or a word under a sign. */
async function expectOrder(page: Page, day: string, count: number): Promise<void> {
  const found = await page.evaluate((day) => {
    const box = (element: Element) => element.getBoundingClientRect().toJSON() as DOMRect
    const columns = [...document.querySelectorAll('[data-column]')].filter((column) => box(column).width > 0)
    const column = columns.length === 1 ? columns[0] : document.querySelector(`[data-day="${day}"] [data-column]`)
    if (!column) throw new Error('the day is not shown')
    const room = box(column).width
    return [...column.querySelectorAll('[data-visit]')].map((visit) => {
      const [name, sign] = [visit.querySelector('b'), visit.querySelector('svg')]
      const isUnderSign = name && sign && box(name).right > box(sign).left + 1
      return { ...box(visit), room, isUnderSign, height: box(visit).height }
    })
  }, day)
  expect(found).toHaveLength(count)
  for (const [index, one] of found.entries()) {
    expect(one.width / one.room).toBeGreaterThan(0.9)
    expect(one.height).toBeGreaterThan(13)
    expect(one.isUnderSign).toBeFalsy()
    const after = found[index + 1]
    if (after) expect(after.top).toBeGreaterThan(one.bottom)
  }
}

test('visits that follow each other have the whole width and lie over nothing: at a desk, on a phone, in the dark', async ({
  signedIn,
  browser,
}) => {
  const { day, bookAfter } = await ownDay()
  const takenUp: Parameters<typeof bookAfter>[] = [[0], [20, short], [40, usual, true], [60], [80, long], [140, short]]
  for (const visit of takenUp) await bookAfter(...visit)
  const doctor = await signedIn('helene')
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      const page = await otherWindow(browser, doctor, { colorScheme, viewport: { width, height: 900 } })
      // A phone has the hours of a day in its week.
      for (const view of width < 760 ? (['week'] as const) : (['day', 'week'] as const)) {
        await openDay(page, day, view)
        await expectOrder(page, day, takenUp.length)
      }
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      await page.context().close()
    }
  }
})

test('visits and the line of now stand at the clinic’s hours in a browser in New York, and without JavaScript', async ({
  signedIn,
  browser,
}) => {
  const { day, at, bookAfter } = await ownDay()
  const guest = await bookAfter(40)
  const doctor = await signedIn('helene')
  const placeOf = async (page: Page) => {
    const [visit, hour] = [blockOf(page, guest), page.locator('[data-grid]').getByText('10:00', { exact: true })]
    const [block, label] = [await visit.boundingBox(), await hour.boundingBox()]
    if (!block || !label) throw new Error('the visit is not drawn')
    return Math.round(block.y - label.y)
  }
  const places: number[] = []
  for (const timezoneId of ['Europe/Paris', 'America/New_York']) {
    const page = await otherWindow(browser, doctor, { timezoneId })
    await page.clock.install({ time: at(30) })
    await openDay(page, day)
    await expect(page.locator('[data-now]')).toHaveText(/^09:0\d$/)
    await page.clock.fastForward(10 * minuteMs)
    await expect(page.locator('[data-now]')).toHaveText(/^09:1\d$/)
    places.push(await placeOf(page))
    await page.context().close()
  }
  const still = await otherWindow(browser, doctor, { timezoneId: 'America/New_York', javaScriptEnabled: false })
  await still.goto(`/day?date=${day}`)
  places.push(await placeOf(still))
  expect(new Set(places).size).toBe(1)
  await blockOf(still, guest).click()
  await expect(still.getByRole('heading', { level: 1 })).toHaveText(guest.name)
  await still.context().close()
})

test('a visit that is pressed opens beside it: it is read, confirmed, and Escape leads back', async ({ signedIn }) => {
  const { day, bookAfter } = await ownDay()
  const guest = await bookAfter(0, usual, true)
  const doctor = await signedIn('helene')
  await openDay(doctor, day, 'week')
  const block = blockOf(doctor, guest)
  await block.focus()
  await doctor.keyboard.press('Enter')
  const pop = doctor.getByRole('dialog', { name: guest.name })
  await expect(pop).toContainText('Consultation · 20 min')
  await expectAccessible(doctor)
  await doctor.keyboard.press('Escape')
  await expect(pop).toBeHidden()
  await expect(block).toBeFocused()
  await block.click()
  await pop.getByRole('button', { name: 'Confirm' }).click()
  await expect(pop).toBeHidden()
  await expect(block).toContainText('confirmed')
  await expect.poll(async () => (await appointmentOf(guest))?.status).toBe('confirmed')
})

test('a week is printed black on white, also from a dark screen', async ({ signedIn, browser }) => {
  const { day, bookAfter } = await ownDay()
  const guest = await bookAfter(0, usual, true)
  const dark = await otherWindow(browser, await signedIn('helene'), { colorScheme: 'dark' })
  await openDay(dark, day, 'week')
  await dark.emulateMedia({ media: 'print' })
  const look = await blockOf(dark, guest).evaluate((block) => {
    const { color, backgroundColor } = getComputedStyle(block)
    return { color, backgroundColor }
  })
  expect(look).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' })
  await expect(dark.getByRole('heading', { name: 'Requests' })).toBeHidden()
  await dark.context().close()
})
