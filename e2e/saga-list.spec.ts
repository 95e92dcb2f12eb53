import type { Page } from '@playwright/test'
import { mendAll } from './backstage'
import { book, expect, expectAccessible, lineOf, newGuest, test } from './people'
import { setFault } from './switches'

test.afterEach(mendAll)

/** A booking of which nobody could be told, since mail refused; mail works again when it answers. */
async function bookUntold(page: Page, admin: Page) {
  await setFault(admin, 'Email and text messages', 'refuses everything')
  const guest = await book(page)
  await expect(lineOf(page, 'Message to let you know')).toContainText('failed:')
  await setFault(admin, 'Email and text messages', 'works')
  return guest
}

async function search(admin: Page, words: string) {
  await admin.goto('/sagas')
  await admin.getByRole('searchbox').fill(words)
  await admin.getByRole('searchbox').press('Enter')
  await expect(admin.getByRole('link', { name: 'Show all' }).first()).toBeVisible()
}

/** What the page says, beside the lines on top. */
const main = (page: Page) => page.getByRole('main')

test('a saga is found, chosen and tried again with the keyboard alone', async ({ page, signedIn }) => {
  const admin = await signedIn('ada')
  const guest = await bookUntold(page, admin)
  await search(admin, guest.email)
  await expect(admin.locator('tbody tr')).toHaveCount(1)
  await admin.keyboard.press('Escape')
  await admin.getByRole('heading', { level: 1 }).click()

  await admin.keyboard.press('j')
  await expect(admin.getByRole('link', { name: `Open the saga of ${guest.name}` })).toBeFocused()
  const row = admin.locator('tbody tr')
  const before = await row.boundingBox()
  await admin.keyboard.press('x')
  await expect(admin.getByText('1 chosen')).toBeVisible()
  expect(await row.boundingBox()).toEqual(before)
  // So low are the rows, and so high they begin, that eight and more are seen at first.
  expect(before?.height).toBeLessThan(42)
  expect((before?.y ?? 0) + (await admin.evaluate(() => window.scrollY))).toBeLessThan(900 - 8 * 42)
  const retry = admin.getByRole('button', { name: 'Retry…' })
  for (let tabs = 0; tabs < 10 && !(await retry.evaluate((element) => element === document.activeElement)); tabs++)
    await admin.keyboard.press('Tab')
  await admin.keyboard.press('Enter')
  await expect(admin.getByRole('dialog', { name: 'Try 1 saga again?' })).toBeVisible()
  const dialog = admin.getByRole('dialog')
  await expectAccessible(admin)
  const confirm = dialog.getByRole('button', { name: 'Try it again' })
  for (let tabs = 0; tabs < 6 && !(await confirm.evaluate((element) => element === document.activeElement)); tabs++)
    await admin.keyboard.press('Tab')
  await admin.keyboard.press('Enter')
  await admin.waitForURL(/\/runs\//)
  await expect(admin.getByRole('heading', { name: 'Trying 1 saga again' })).toBeVisible()
  await expect(main(admin).getByRole('status')).toHaveText('Done.')
  await expectAccessible(admin)
  await search(admin, guest.email)
  await expect(admin.locator('tbody tr')).toHaveAttribute('data-state', 'undone')

  await admin.keyboard.press('j')
  await admin.keyboard.press('Enter')
  await expect(admin.getByText('Nothing: nobody is needed.')).toBeVisible()
  await expect(admin.getByRole('region', { name: 'Who did what' })).toContainText('Tried again:')
})

test('several are resolved with one note; one that changed meanwhile is left alone, and it says so', async ({
  page,
  signedIn,
}) => {
  const admin = await signedIn('ada')
  const guest = await bookUntold(page, admin)
  await search(admin, guest.email)
  const other = await signedIn('ada')
  await other.goto(admin.url())
  await admin.getByRole('checkbox', { name: `Choose the saga of ${guest.name}` }).check()
  await admin.getByRole('button', { name: 'Retry…' }).click()
  await other.getByRole('checkbox', { name: `Choose the saga of ${guest.name}` }).check()
  await other.getByRole('button', { name: 'Resolve with a note…' }).click()
  await other.getByRole('button', { name: 'Resolve it' }).click()
  await expect(other.getByText('Enter what was done, so that the next person knows.')).toBeVisible()
  await other.getByLabel('Note for the team').fill('Called them at home.')
  await other.getByRole('button', { name: 'Resolve it' }).click()
  await other.waitForURL(/\/runs\//)
  await expect(main(other).getByRole('status')).toHaveText('Done.')

  await admin.getByRole('button', { name: 'Try it again' }).click()
  await admin.waitForURL(/\/runs\//)
  await expect(main(admin).getByRole('status')).toHaveText('0 of 1 done, 1 not.')
  await expect(main(admin).getByRole('row', { name: guest.name })).toContainText('had changed meanwhile')
})

test('a name that is searched for is found by its words, and does not stand in the address', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page, { ...newGuest(), name: `Zoé Brûlé ${Date.now()}` })
  const admin = await signedIn('ada')
  await search(admin, guest.name.replace('Zoé Brûlé', 'brule'))
  await expect(admin.getByRole('link', { name: `Open the saga of ${guest.name}` })).toHaveCount(1)
  expect(decodeURIComponent(admin.url()).toLowerCase()).not.toContain('brule')
  await expect(admin.getByRole('searchbox')).toHaveValue(/^brule/)
  await admin.getByRole('navigation', { name: 'State' }).getByRole('link', { name: 'Undone' }).click()
  await expect(admin.getByText('Nothing matches.')).toBeVisible()
  await expectAccessible(admin)
})

test('a whole group is tried again by its cause, after its number was named', async ({ page, signedIn }) => {
  const admin = await signedIn('ada')
  const guest = await bookUntold(page, admin)
  await admin.goto('/sagas')
  const group = admin.getByRole('article').filter({ hasText: 'Nobody could be told' })
  await group.getByRole('button', { name: /^Retry/ }).click()
  const dialog = admin.getByRole('dialog')
  const title = (await dialog.getByRole('heading').textContent()) ?? ''
  const count = /\d+/.exec(title)?.[0] ?? ''
  await dialog.getByRole('button', { name: /^Try/ }).click()
  await admin.waitForURL(/\/runs\//)
  await expect(main(admin).getByRole('status')).toHaveText(count === '1' ? 'Done.' : `All ${count} done.`)
  await admin.goto('/sagas')
  await expect(group).toBeHidden()
  await search(admin, guest.email)
  await expect(admin.locator('tbody tr')).toHaveAttribute('data-state', 'undone')
})

test('rows do not jump: what is new waits until it is asked for', async ({ page, signedIn }) => {
  const admin = await signedIn('ada')
  await admin.goto('/sagas?tab=done')
  await expect(admin.getByText('Live', { exact: true })).toBeVisible()
  const before = await admin.locator('tbody a[href^="/sagas/"]').allTextContents()
  const guest = await book(page)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
  const show = admin.getByRole('button', { name: /new.*: show$/ })
  await expect(show).toBeVisible()
  expect(await admin.locator('tbody a[href^="/sagas/"]').allTextContents()).toEqual(before)
  await show.click()
  await expect(admin.locator('tbody a[href^="/sagas/"]').filter({ hasText: guest.name })).toHaveCount(1)
  await expect(show).toBeHidden()
})

test('without JavaScript sagas are filtered, chosen and resolved all the same', async ({ page, browser, signedIn }) => {
  const admin = await signedIn('ada')
  const guest = await bookUntold(page, admin)
  const storageState = await admin.context().storageState()
  const context = await browser.newContext({ storageState, javaScriptEnabled: false })
  const still = await context.newPage()
  await still.goto('/sagas?tab=attention')
  await still.getByRole('searchbox').fill(guest.email)
  await still.getByRole('button', { name: 'Show', exact: true }).click()
  await still.getByRole('checkbox', { name: `Choose the saga of ${guest.name}` }).check()
  await still.getByRole('button', { name: 'Resolve with a note…' }).click()
  await expect(still.getByText('Enter what was done, so that the next person knows.')).toBeVisible()
  await still.getByRole('checkbox', { name: `Choose the saga of ${guest.name}` }).check()
  await still.getByLabel('Note for the team').fill('Called them.')
  await still.getByRole('button', { name: 'Resolve with a note…' }).click()
  // Without JavaScript what was begun is told on every page, and can be taken back there.
  const line = still.getByRole('region', { name: 'Bulk operations under way' })
  await expect(line).toContainText('Resolving 1 saga')
  await line.getByRole('link', { name: 'Resolving 1 saga' }).first().click()
  await expect(main(still).getByRole('status')).toHaveText('Done.')
  await context.close()
})
