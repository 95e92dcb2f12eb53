import { mendAll, setNotice } from './backstage'
import { book, confirmVisit, expect, expectFree, fill, hourOn, lineOf, mailOf, newGuest, test } from './people'
import { setFault } from './switches'

test.afterEach(mendAll)

const made = 'Your request is made.'

test('a patient cancels, pressing twice: cancelled once, told once, and the slot is free again', async ({ page }) => {
  const guest = await book(page, newGuest(), 20)
  await expect(page.getByRole('status')).toContainText(made)
  const hour = await hourOn(page)
  await page.getByRole('link', { name: 'Cancel…' }).click()
  await expect(page.getByRole('heading', { name: 'Cancel this visit?' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel this visit' }).dblclick()
  await expect(page.getByRole('status')).toContainText('It is cancelled.')
  await expect(lineOf(page, 'Message to tell you')).toContainText('done:', { timeout: 30_000 })
  await expect(page.getByRole('link', { name: 'Move…' })).toBeHidden()
  const subjects = await mailOf(page, guest.email)
  expect(subjects.map((subject) => subject.split(':')[0])).toEqual(['Cancelled', 'Request received'])
  await expectFree(page, hour)
})

test('a patient who thinks again keeps the visit', async ({ page }) => {
  await book(page, newGuest(), 20)
  await expect(page.getByRole('status')).toContainText(made)
  await page.getByRole('link', { name: 'Cancel…' }).click()
  await page.getByRole('link', { name: 'Keep it' }).click()
  await expect(page.getByRole('status')).toContainText(made)
})

test('a patient moves a confirmed visit: it stays confirmed, both are told, and the old slot is free again', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page, newGuest(), 21)
  await confirmVisit(await signedIn('helene'), page, guest)
  const [before, visit] = [await hourOn(page), page.url()]
  await page.getByRole('link', { name: 'Move…' }).click()
  await page.getByRole('link', { name: 'Later week' }).click()
  await page.waitForURL(/week=1/)
  await page.locator('.slot:visible').nth(22).click()
  await page.getByRole('button', { name: 'Move it here' }).dblclick()
  await expect(lineOf(page, 'Moved')).toContainText('done:', { timeout: 30_000 })
  await expect(page.getByRole('status')).toContainText('It is confirmed.')
  expect(await hourOn(page)).not.toBe(before)
  const subjects = await mailOf(page, guest.email)
  expect(subjects.map((subject) => subject.split(':')[0])).toEqual(['Moved', 'Confirmed', 'Request received'])
  await expectFree(page, before)
  await page.goto(visit)
  await expect(page.getByRole('link', { name: 'Move…' })).toBeVisible()
})

test('a move that the mail refuses is undone: the visit stays where it was, and the other slot is free again', async ({
  page,
  signedIn,
}) => {
  await book(page, newGuest(), 22)
  await expect(page.getByRole('status')).toContainText(made)
  const [before, visit] = [await hourOn(page), page.url()]
  const admin = await signedIn('ada')
  await setFault(admin, 'Mail and SMS', 'refuses everything')
  await page.getByRole('link', { name: 'Move…' }).click()
  await page.locator('.slot:visible').last().click()
  await page.waitForURL(/\/move\/.+/)
  const wanted = page.url().split('/').at(-1) ?? ''
  await page.getByRole('button', { name: 'Move it here' }).click()
  await page.waitForURL(visit)
  await expect(page.getByRole('status')).toContainText('Your visit stays where it was.', { timeout: 30_000 })
  await expect(lineOf(page, 'Moved')).toContainText('withdrawn:')
  expect(await hourOn(page)).toBe(before)
  await expect(page.getByRole('link', { name: 'Move…' })).toBeVisible()
  await expect(async () => expectFree(page, wanted)).toPass()
  await setFault(admin, 'Mail and SMS', 'works')
})

test('a slot that somebody took meanwhile is refused beside the button, with the three nearest', async ({
  page,
  browser,
}) => {
  await book(page, newGuest(), 23)
  await expect(page.getByRole('status')).toContainText(made)
  await page.getByRole('link', { name: 'Move…' }).click()
  await page.locator('.slot:visible').nth(-2).click()
  await page.waitForURL(/\/move\/.+/)
  const wanted = page.url().split('/').at(-1)

  const context = await browser.newContext()
  const quick = await context.newPage()
  await quick.goto(`/book/helene-vasseur/${wanted}`)
  await fill(quick, newGuest())
  await quick.getByRole('button', { name: 'Request this visit' }).click()
  await quick.waitForURL(/\/visits\//)
  await context.close()

  await page.getByRole('button', { name: 'Move it here' }).click()
  const refusal = page.getByRole('alert').filter({ hasText: 'That slot has just been taken.' })
  await expect(refusal).toBeFocused()
  await expect(refusal.getByRole('link')).toHaveCount(3)
  await refusal.getByRole('link').first().click()
  await expect(page.getByRole('alert').filter({ hasText: 'taken' })).toBeHidden()
  await page.getByRole('button', { name: 'Move it here' }).click()
  await expect(lineOf(page, 'Moved')).toContainText('done:', { timeout: 30_000 })
})

test('without JavaScript a patient moves a visit, then cancels it', async ({ page, browser }) => {
  await book(page, newGuest(), 24)
  await expect(page.getByRole('status')).toContainText(made)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const still = await context.newPage()
  await still.goto(page.url())
  await still.getByRole('link', { name: 'Move…' }).click()
  await still.locator('.slot:visible').nth(-3).click()
  await still.getByRole('button', { name: 'Move it here' }).click()
  await expect(async () => {
    await still.goto(page.url())
    await expect(lineOf(still, 'Moved')).toContainText('done:', { timeout: 1_000 })
  }).toPass()
  await still.getByRole('link', { name: 'Cancel…' }).click()
  await still.getByRole('button', { name: 'Cancel this visit' }).click()
  await expect(still.getByRole('status')).toContainText('It is cancelled.')
  await context.close()
})

test.describe('inside the clinic’s notice', () => {
  test.afterEach(() => setNotice(24))

  test('the page of a confirmed visit says whom to call, and so does a button pressed too late', async ({
    page,
    context,
    signedIn,
  }) => {
    const guest = await book(page, newGuest(), 25)
    await confirmVisit(await signedIn('helene'), page, guest)
    await expect(page.getByText('You can change it here until')).toBeVisible()
    const [cancelling, moving] = [await context.newPage(), await context.newPage()]
    await cancelling.goto(`${page.url()}/cancel`)
    await moving.goto(`${page.url()}/move`)
    await moving.locator('.slot:visible').last().click()
    await expect(moving.getByRole('button', { name: 'Move it here' })).toBeVisible()

    await setNotice(24 * 60)
    await page.reload()
    await expect(page.getByText('to move or cancel it, call')).toContainText('01 99 00 01 42')
    await expect(page.getByRole('link', { name: 'Cancel…' })).toBeHidden()
    await cancelling.getByRole('button', { name: 'Cancel this visit' }).click()
    const late = 'it is less than 1440 hours away. Call 01 99 00 01 42.'
    await expect(cancelling.getByRole('alert').filter({ hasText: 'Too late to cancel' })).toContainText(late)
    await moving.getByRole('button', { name: 'Move it here' }).click()
    await expect(moving.getByRole('alert').filter({ hasText: 'Too late to move' })).toContainText(late)
    await page.goto(`${page.url()}/cancel`)
    await expect(page.getByRole('status')).toContainText('It is confirmed.')
  })
})
