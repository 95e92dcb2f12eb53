import { appointmentOf, bookLastWeek } from './backstage'
import { book, confirmVisit, expect, expectAccessible, hourOn, lineOf, newGuest, test } from './people'

test('a confirmation can be taken back while the toast stands, and then nothing was sent', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
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
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  await doctor.getByRole('button', { name: `Confirm ${guest.name}` }).click()
  await doctor.goto('about:blank')
  await expect(page.getByRole('status')).toContainText('Your appointment is confirmed.')
})

test('a request is confirmed with the keyboard alone, and several after they were read once more, or left out', async ({
  page,
  signedIn,
}) => {
  const guests = [await book(page), await book(page), await book(page)]
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  const [first, second, third] = guests
  await doctor.keyboard.press('Tab')
  await expect(doctor.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  const card = doctor.locator('[data-request]', { hasText: first?.name ?? '' })
  const link = card.getByRole('link', { name: first?.name ?? '' })
  for (let tabs = 0; tabs < 400 && !(await link.evaluate((element) => element === document.activeElement)); tabs++) {
    await doctor.keyboard.press('Tab')
  }
  await expect(link).toBeFocused()
  await doctor.keyboard.press('c')
  await expect(card).toBeHidden()
  await expect(doctor.getByRole('heading', { name: 'Requests' })).toBeFocused()
  await expect(doctor.getByRole('button', { name: 'Undo' })).toBeVisible()
  const all = doctor.getByRole('button', { name: /^Confirm (all|both)/ }).first()
  await all.focus()
  await doctor.keyboard.press('Enter')
  const dialog = doctor.getByRole('dialog')
  await expect(dialog.getByRole('checkbox', { name: second?.name ?? '' })).toBeChecked()
  await expectAccessible(doctor)
  await doctor.keyboard.press('Escape')
  await expect(all).toBeFocused()
  await doctor.keyboard.press('Enter')
  const these = dialog.getByRole('button', { name: /^Confirm (this one|these)/ })
  await expect(these).toBeInViewport({ ratio: 1 })
  // Others may ask meanwhile, and are not this test's to confirm.
  await expect(async () => {
    for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck({ timeout: 1_000 })
    await dialog.getByRole('checkbox', { name: third?.name ?? '' }).check()
    await expect(these).toHaveText('Confirm this one', { timeout: 1_000 })
  }).toPass()
  await these.click()
  await expect(doctor.locator('[data-request]', { hasText: third?.name ?? '' })).toBeHidden()
  await expect(doctor.locator('[data-request]', { hasText: second?.name ?? '' })).toBeVisible()
  await expect.poll(async () => (await appointmentOf(third ?? newGuest()))?.status).toBe('confirmed')
  await expect.poll(async () => (await appointmentOf(guests[0] ?? newGuest()))?.status).toBe('confirmed')
  expect((await appointmentOf(guests[1] ?? newGuest()))?.status).toBe('requested')
})

test('a request that is gone meanwhile is said to be gone', async ({ page, signedIn }) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  await expect(doctor.getByRole('button', { name: `Confirm ${guest.name}` })).toBeVisible()
  await page.getByRole('link', { name: 'Cancel…' }).click()
  await page.getByRole('button', { name: 'Cancel this appointment' }).click()
  const rail = doctor.getByRole('region', { name: 'Requests' })
  await expect(rail.getByRole('status')).toContainText(`${guest.name}: this request is no longer waiting.`)
})

test('a visit is moved by keyboard: M, a day and an hour, and the patient is told', async ({ page, signedIn }) => {
  const guest = await book(page)
  const doctor = await signedIn('helene')
  await confirmVisit(doctor, page, guest)
  const before = await hourOn(page)
  await doctor.goto(`/calendar?view=list&date=${before.slice(0, 10)}`)
  await doctor.getByRole('link', { name: guest.name }).focus()
  await doctor.keyboard.press('m')
  const dialog = doctor.getByRole('dialog', { name: `Move ${guest.name}’s appointment` })
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
  await expect(lineOf(page, 'Moved')).toContainText('done:')
})

test('a visit that is dropped where nobody is received stays, and why is said, with the nearest hours', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  const doctor = await signedIn('helene')
  await confirmVisit(doctor, page, guest)
  const before = await hourOn(page)
  // The whole day in view: a mouse reaches nothing below the window's edge.
  await doctor.setViewportSize({ width: 1280, height: 1400 })
  await doctor.goto(`/day?date=${before.slice(0, 10)}`)
  const visit = doctor.locator('[data-grid] a', { hasText: guest.name })
  await expect(visit).toBeVisible()
  const from = await visit.boundingBox()
  const closed = doctor.locator('[data-grid]').getByText('Break', { exact: true }).first()
  const pause = await closed.boundingBox()
  if (!from || !pause) throw new Error('nothing to drag')
  await doctor.mouse.move(from.x + 40, from.y + 8)
  await doctor.mouse.down()
  await doctor.mouse.move(pause.x + 40, pause.y + 20, { steps: 12 })
  await doctor.mouse.up()
  const note = doctor.getByRole('alert').filter({ hasText: guest.name })
  await expect(note).toContainText(/\d\d:\d\d: Break\./)
  await expect(note.getByRole('button', { name: /\d\d:\d\d$/ })).toHaveCount(3)
  // What is said pushes nothing away, and the visit stands where it stood.
  expect(await visit.boundingBox()).toEqual(from)
  expect(await closed.boundingBox()).toEqual(pause)
  expect((await appointmentOf(guest))?.startsAt.toISOString()).toBe(before)
})

test('the requests stay beside the calendar, and scroll by themselves where they are many', async ({
  page,
  signedIn,
}) => {
  await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const doctor = await signedIn('helene')
  await doctor.setViewportSize({ width: 1280, height: 420 })
  await doctor.goto('/calendar')
  const rail = doctor.getByRole('region', { name: 'Requests' })
  await expect(rail.locator('[data-request]').first()).toContainText(/asked (yesterday|\d+ \w+ ago)/)
  await doctor.locator('[data-grid]').evaluate((grid) => grid.scrollIntoView({ block: 'end' }))
  await expect(doctor.getByRole('heading', { name: 'Requests' })).toBeInViewport()
  expect((await rail.boundingBox())?.height).toBeLessThan(420)
})

test('every view can be kept as an address, is reached by its key, and is accessible', async ({ signedIn }) => {
  await bookLastWeek(newGuest())
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  await expect(doctor.getByText('Live', { exact: true })).toBeVisible()
  for (const [key, view] of [
    ['d', 'day'],
    ['o', 'month'],
    ['l', 'list'],
    ['w', 'week'],
  ] as const) {
    await doctor.keyboard.press(key)
    await doctor.waitForURL((url) => (view === 'day' ? url.pathname === '/day' : url.searchParams.get('view') === view))
    const current = doctor.getByRole('navigation', { name: 'View' }).locator('[aria-current]')
    await expect(current).toHaveText(new RegExp(view, 'i'))
    const heading = await doctor.getByRole('heading', { level: 1 }).textContent()
    await doctor.keyboard.press('ArrowLeft')
    await expect(doctor.getByRole('heading', { level: 1 })).not.toHaveText(heading ?? '')
    await expect(current).toHaveText(new RegExp(view, 'i'))
    await expect(doctor).toHaveTitle(view === 'day' ? /\d+ \w+/ : /^(\(\d+\) )?Calendar/)
    if (view === 'day' || view === 'week') await expect(doctor.locator('[data-grid=ready]')).toBeVisible()
    await expectAccessible(doctor)
    await doctor.keyboard.press('.')
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
  await expect(doctor.locator('[data-grid=ready]')).toBeVisible()
  await expect(doctor.getByText('Live', { exact: true })).toBeVisible()
  expect(await doctor.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.02)
  expect(bytes).toBeGreaterThan(100_000)
  // As it travels: compressed, and with what is said about each file.
  expect(bytes).toBeLessThan(192 * 1024)
})

test('on a phone one day is shown, its week is a strip, and the requests are a press away', async ({
  page,
  signedIn,
}) => {
  await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const doctor = await signedIn('helene')
  await doctor.setViewportSize({ width: 390, height: 844 })
  await doctor.goto('/calendar')
  await expect(doctor.locator('[data-grid=ready] [data-column]:visible')).toHaveCount(1)
  await expect(doctor.getByRole('navigation', { name: 'Day' }).getByRole('link')).toHaveCount(7)
  await doctor.getByRole('link', { name: /\d+ requests?$/ }).click()
  await expect(doctor.getByRole('heading', { name: 'Requests' })).toBeInViewport()
  const confirm = await doctor.locator('[data-request] [data-confirm] button').first().boundingBox()
  expect(Math.min(confirm?.width ?? 0, confirm?.height ?? 0)).toBeGreaterThanOrEqual(44)
  await doctor.getByRole('navigation', { name: 'Day' }).getByRole('link').last().click()
  await expect(doctor.getByRole('navigation', { name: 'Day' }).getByRole('link').last()).toHaveAttribute(
    'aria-current',
    'date',
  )
  for (const path of ['/calendar', '/calendar?view=month', '/calendar?view=list']) {
    await doctor.goto(path)
    await expectAccessible(doctor)
    expect(await doctor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
})
