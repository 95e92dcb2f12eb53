import { mendAll, setNotice } from './backstage'
import {
  book,
  confirmVisit,
  expect,
  expectFree,
  fill,
  freeHours,
  hourOn,
  lineOf,
  mailOf,
  newGuest,
  openForm,
  requestVisit,
  test,
} from './people'
import { setFault } from './switches'

test.afterEach(mendAll)

const made = 'Your request has been sent.'

test('a patient cancels, pressing twice: cancelled once, told once, and the slot is free again', async ({ page }) => {
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText(made)
  const hour = await hourOn(page)
  await page.getByRole('link', { name: 'Cancel…' }).click()
  await expect(page.getByRole('heading', { name: 'Cancel this appointment?' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel this appointment' }).dblclick()
  await expect(page.getByRole('status')).toContainText('Your appointment is cancelled.')
  await expect(lineOf(page, 'Message to let you know')).toContainText('done:')
  await expect(page.getByRole('link', { name: 'Move…' })).toBeHidden()
  const subjects = await mailOf(page, guest.email)
  expect(subjects.map((subject) => subject.split(' for ')[0])).toEqual(['Appointment cancelled', 'Request received'])
  await expectFree(page, hour)
})

test('a patient who thinks again keeps the visit', async ({ page }) => {
  await book(page)
  await expect(page.getByRole('status')).toContainText(made)
  await page.getByRole('link', { name: 'Cancel…' }).click()
  await page.getByRole('link', { name: 'Keep my appointment' }).click()
  await expect(page.getByRole('status')).toContainText(made)
})

test('a patient moves a confirmed visit: it stays confirmed, both are told, and the old slot is free again', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  await confirmVisit(await signedIn('helene'), page, guest)
  const [before, visit] = [await hourOn(page), page.url()]
  await page.getByRole('link', { name: 'Move…' }).click()
  // It opens on the week of the visit, whichever that is.
  await page.getByRole('link', { name: 'Next week' }).click()
  await page.waitForURL(/week=\d/)
  await freeHours(page).nth(22).click()
  await page.getByRole('button', { name: 'Move it here' }).dblclick()
  await expect(lineOf(page, 'Moved')).toContainText('done:')
  await expect(page.getByRole('status')).toContainText('Your appointment is confirmed.')
  expect(await hourOn(page)).not.toBe(before)
  const subjects = await mailOf(page, guest.email)
  expect(subjects.map((subject) => subject.split(' for ')[0])).toEqual([
    'Appointment moved',
    'Appointment confirmed',
    'Request received',
  ])
  await expectFree(page, before)
  await page.goto(visit)
  await expect(page.getByRole('link', { name: 'Move…' })).toBeVisible()
})

test('a move that the mail refuses is undone: the visit stays where it was, and the other slot is free again', async ({
  page,
  signedIn,
}) => {
  await book(page)
  await expect(page.getByRole('status')).toContainText(made)
  const [before, visit] = [await hourOn(page), page.url()]
  const admin = await signedIn('ada')
  await setFault(admin, 'Email and text messages', 'refuses everything')
  await page.getByRole('link', { name: 'Move…' }).click()
  await freeHours(page).last().click()
  await page.waitForURL(/\/move\/.+/)
  const wanted = page.url().split('/').at(-1) ?? ''
  await page.getByRole('button', { name: 'Move it here' }).click()
  await page.waitForURL(visit)
  await expect(page.getByRole('status')).toContainText('Your appointment has not been moved.')
  await expect(lineOf(page, 'Moved')).toContainText('withdrawn:')
  expect(await hourOn(page)).toBe(before)
  await expect(page.getByRole('link', { name: 'Move…' })).toBeVisible()
  await expect(async () => expectFree(page, wanted)).toPass()
  await setFault(admin, 'Email and text messages', 'works')
})

test('a slot that somebody took meanwhile is refused beside the button, with the three nearest', async ({
  page,
  browser,
}) => {
  await book(page)
  await expect(page.getByRole('status')).toContainText(made)
  await page.getByRole('link', { name: 'Move…' }).click()
  await freeHours(page).nth(-2).click()
  await page.waitForURL(/\/move\/.+/)
  const wanted = page.url().split('/').at(-1)

  const context = await browser.newContext()
  const quick = await context.newPage()
  await quick.goto(`/book/helene-vasseur/${wanted}`)
  await fill(quick, newGuest())
  await quick.getByRole('button', { name: 'Request this appointment' }).click()
  await quick.waitForURL(/\/v\//)
  await context.close()

  await page.getByRole('button', { name: 'Move it here' }).click()
  const refusal = page.getByRole('alert').filter({ hasText: 'That time has just been taken.' })
  await expect(refusal).toBeFocused()
  await expect(refusal.getByRole('link')).toHaveCount(3)
  await refusal.getByRole('link').first().click()
  await expect(page.getByRole('alert').filter({ hasText: 'taken' })).toBeHidden()
  await page.getByRole('button', { name: 'Move it here' }).click()
  await expect(lineOf(page, 'Moved')).toContainText('done:')
})

test('without JavaScript a patient moves a visit, then cancels it', async ({ page, browser }) => {
  await book(page)
  await expect(page.getByRole('status')).toContainText(made)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const still = await context.newPage()
  await still.goto(page.url())
  await still.getByRole('link', { name: 'Move…' }).click()
  await freeHours(still).nth(-3).click()
  await still.getByRole('button', { name: 'Move it here' }).click()
  await expect(async () => {
    await still.goto(page.url())
    await expect(lineOf(still, 'Moved')).toContainText('done:', { timeout: 1_000 })
  }).toPass()
  await still.getByRole('link', { name: 'Cancel…' }).click()
  await still.getByRole('button', { name: 'Cancel this appointment' }).click()
  await expect(still.getByRole('status')).toContainText('Your appointment is cancelled.')
  await context.close()
})

test.describe('inside the clinic’s notice', () => {
  test.afterEach(() => setNotice(24))

  const rule = /once confirmed, (you can move it online up to 24 hours before|it can no longer be moved online)/i

  test('the rule is said before it bites; then moving means calling, and cancelling is late and never refused', async ({
    page,
    context,
    signedIn,
  }) => {
    await openForm(page)
    await expect(page.getByText(rule)).toBeVisible()
    const guest = await requestVisit(page)
    await confirmVisit(await signedIn('helene'), page, guest)
    await expect(page.getByText('You can move it online until')).toContainText('and cancel it until it begins.')
    const moving = await context.newPage()
    await moving.goto(`${page.url()}/move`)
    await freeHours(moving).last().click()
    await expect(moving.getByText(rule)).toBeVisible()

    await setNotice(24 * 60)
    await moving.getByRole('button', { name: 'Move it here' }).click()
    const late = 'it is less than 1,440 hours away. Call 01 99 00 01 42. You can still cancel it.'
    await expect(moving.getByRole('alert').filter({ hasText: 'Too late to move' })).toContainText(late)
    await page.reload()
    await expect(page.getByText('to move it, call')).toContainText('01 99 00 01 42')
    await expect(page.getByRole('link', { name: 'Move…' })).toBeHidden()
    await page.getByRole('link', { name: 'Cancel…' }).click()
    await page.getByRole('button', { name: 'Cancel this appointment' }).click()
    await expect(page.getByRole('status')).toContainText('Your appointment is cancelled.')
  })
})
