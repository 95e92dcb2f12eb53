import { appointmentOf, bookLastWeek } from './backstage'
import { book, confirmVisit, expect, expectAccessible, hourOn, lineOf, newGuest, test } from './people'

test('a confirmation can be taken back while the toast stands, and then nothing was sent', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page, newGuest(), 31)
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  const sent: string[] = []
  doctor.on('request', (request) => request.url().includes('/api/calendar/acts') && sent.push(request.url()))
  const button = doctor.getByRole('button', { name: `Confirm ${guest.name}` })
  await button.click()
  await expect(button).toBeHidden()
  await doctor.getByRole('button', { name: 'Undo' }).click()
  await expect(doctor.getByText('Taken back: nothing was sent.')).toBeVisible()
  await expect(button).toBeVisible()
  // Longer than the toast would have stood.
  await expect(doctor.getByText('Taken back: nothing was sent.')).toBeHidden()
  await doctor.reload()
  await expect(button).toBeVisible()
  expect(sent).toEqual([])
  expect(await appointmentOf(guest)).toMatchObject({ status: 'requested' })
})

test('a doctor who leaves the page at once has confirmed all the same', async ({ page, signedIn }) => {
  const guest = await book(page, newGuest(), 31)
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  await doctor.getByRole('button', { name: `Confirm ${guest.name}` }).click()
  await doctor.goto('about:blank')
  await expect(page.getByRole('status')).toContainText('It is confirmed.', { timeout: 30_000 })
})

test('a request is confirmed with the keyboard alone, and all that wait after being read once more', async ({
  page,
  signedIn,
}) => {
  const guests = [await book(page, newGuest(), 32), await book(page, newGuest(), 32)]
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  const [first, second] = guests
  await doctor.keyboard.press('Tab')
  await expect(doctor.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  const card = doctor.locator('.req', { hasText: first?.name ?? '' })
  const link = card.getByRole('link', { name: first?.name ?? '' })
  for (let tabs = 0; tabs < 400 && !(await link.evaluate((one) => one === document.activeElement)); tabs++) {
    await doctor.keyboard.press('Tab')
  }
  await expect(link).toBeFocused()
  await doctor.keyboard.press('c')
  await expect(card).toBeHidden()
  await expect(doctor.getByRole('heading', { name: 'Requests' })).toBeFocused()
  await expect(doctor.getByRole('button', { name: 'Undo' })).toBeVisible()
  const all = doctor.getByRole('button', { name: /^Confirm (all|both)/ })
  if (await all.isVisible()) {
    await all.focus()
    await doctor.keyboard.press('Enter')
    await expect(doctor.getByRole('dialog')).toContainText(second?.name ?? '')
    await expectAccessible(doctor)
    await doctor.keyboard.press('Escape')
    await expect(all).toBeFocused()
  }
  await expect.poll(async () => (await appointmentOf(guests[0] ?? newGuest()))?.status).toBe('confirmed')
  expect((await appointmentOf(guests[1] ?? newGuest()))?.status).toBe('requested')
})

test('a request that is gone meanwhile is said to be gone', async ({ page, signedIn }) => {
  const guest = await book(page, newGuest(), 33)
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  await expect(doctor.getByRole('button', { name: `Confirm ${guest.name}` })).toBeVisible()
  await page.getByRole('link', { name: 'Cancel…' }).click()
  await page.getByRole('button', { name: 'Cancel this visit' }).click()
  const rail = doctor.getByRole('region', { name: 'Requests' })
  await expect(rail.getByRole('status')).toContainText(`${guest.name}: this request waits no more.`)
})

test('a visit is moved by keyboard: M, a day and an hour, and the patient is told', async ({ page, signedIn }) => {
  const guest = await book(page, newGuest(), 34)
  const doctor = await signedIn('helene')
  await confirmVisit(doctor, page, guest)
  const before = await hourOn(page)
  await doctor.goto(`/calendar?view=list&date=${before.slice(0, 10)}`)
  await doctor.getByRole('link', { name: guest.name }).focus()
  await doctor.keyboard.press('m')
  const dialog = doctor.getByRole('dialog', { name: `Move the visit of ${guest.name}` })
  await expect(dialog.getByRole('radio').first()).toBeVisible()
  await expectAccessible(doctor)
  await dialog.getByLabel('Day').focus()
  await doctor.keyboard.press('Tab')
  await doctor.keyboard.press('Space')
  await doctor.keyboard.press('ArrowRight')
  const slot = await dialog.getByRole('radio', { checked: true }).getAttribute('value')
  await doctor.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(doctor.getByText(`${guest.name}: moved to`)).toBeVisible()
  await expect.poll(async () => (await appointmentOf(guest))?.startsAt.toISOString()).toBe(slot)
  await expect(lineOf(page, 'Moved')).toContainText('done:', { timeout: 30_000 })
})

test('a visit that is dropped where nobody is received snaps back, and the nearest hours are said', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page, newGuest(), 48)
  const doctor = await signedIn('helene')
  await confirmVisit(doctor, page, guest)
  const before = await hourOn(page)
  // The whole day in view: a mouse reaches nothing below the window's edge.
  await doctor.setViewportSize({ width: 1280, height: 1400 })
  await doctor.goto(`/calendar?view=day&date=${before.slice(0, 10)}`)
  const visit = doctor.locator('.visit', { hasText: guest.name })
  await expect(visit).toBeVisible()
  const from = await visit.boundingBox()
  const closed = doctor.locator('.closed', { hasText: 'Break' }).first()
  const pause = await closed.boundingBox()
  if (!from || !pause) throw new Error('nothing to drag')
  await doctor.mouse.move(from.x + 40, from.y + 8)
  await doctor.mouse.down()
  await doctor.mouse.move(pause.x + 40, pause.y + 20, { steps: 12 })
  await doctor.mouse.up()
  const note = doctor.getByRole('alert').filter({ hasText: guest.name })
  await expect(note).toContainText('does not receive at that time')
  await expect(note.getByRole('link')).toHaveCount(3)
  const distance = async () => ((await visit.boundingBox())?.y ?? 0) - ((await closed.boundingBox())?.y ?? 0)
  await expect.poll(distance).toBe(from.y - pause.y)
  expect((await appointmentOf(guest))?.startsAt.toISOString()).toBe(before)
})

test('every view can be kept as an address, is reached by its key, and is accessible', async ({ signedIn }) => {
  await bookLastWeek(newGuest())
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  for (const [key, view] of [
    ['d', 'day'],
    ['o', 'month'],
    ['l', 'list'],
    ['w', 'week'],
  ] as const) {
    await doctor.keyboard.press(key)
    await doctor.waitForURL((url) => url.searchParams.get('view') === view)
    await doctor.keyboard.press('ArrowLeft')
    await expect(doctor.locator('.seg [aria-current]')).toHaveText(new RegExp(view, 'i'))
    await expect(doctor).toHaveTitle(/Calendar/)
    if (view === 'day' || view === 'week')
      await expect(doctor.locator('.calendar-height:not(.invisible) > *')).toBeVisible()
    await expectAccessible(doctor)
    await doctor.keyboard.press('t')
  }
})

test('the calendar comes without a jump, and with little JavaScript', async ({ signedIn }) => {
  const doctor = await signedIn('helene')
  const client = await doctor.context().newCDPSession(doctor)
  await client.send('Network.enable')
  const scripts = new Set<string>()
  let bytes = 0
  client.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await doctor.addInitScript(() => {
    const kept = window as unknown as { shift: number }
    kept.shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) kept.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await doctor.goto('/calendar')
  await expect(doctor.locator('.calendar-height:not(.invisible) > *')).toBeVisible()
  await expect(doctor.getByText('Live', { exact: true })).toBeVisible()
  expect(await doctor.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.02)
  expect(bytes).toBeGreaterThan(100_000)
  // As it travels: compressed, and with what is said about each file.
  expect(bytes).toBeLessThan(250 * 1024)
})

test('on a phone one day is shown, its week is a strip, and the requests are a press away', async ({
  page,
  signedIn,
}) => {
  await book(page, newGuest(), 36)
  await expect(page.getByRole('status')).toContainText('Your request is made.')
  const doctor = await signedIn('helene')
  await doctor.setViewportSize({ width: 390, height: 844 })
  await doctor.goto('/calendar')
  await expect(doctor.locator('.calendar[data-view=day] .calendar-height:not(.invisible) > *')).toBeVisible()
  await expect(doctor.locator('.daystrip a')).toHaveCount(7)
  await doctor.getByRole('link', { name: /\d+ requests?$/ }).click()
  await expect(doctor.getByRole('heading', { name: 'Requests' })).toBeInViewport()
  await doctor.locator('.daystrip a').last().click()
  await expect(doctor.locator('.daystrip a').last()).toHaveAttribute('aria-current', 'date')
  for (const path of ['/calendar', '/calendar?view=month', '/calendar?view=list']) {
    await doctor.goto(path)
    await expectAccessible(doctor)
    expect(await doctor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
})
