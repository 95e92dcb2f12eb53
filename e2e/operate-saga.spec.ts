import type { Page } from '@playwright/test'
import { mendAll } from './backstage'
import { book, expect, lineOf, mailOf, test } from './people'
import { setFault } from './switches'

test.afterEach(mendAll)

/** A booking that the mail refused: undone, and the patient could not be told. Mail works again when it answers. */
async function bookUntold(page: Page, admin: Page) {
  await setFault(admin, 'Email and text messages', 'refuses everything')
  const guest = await book(page)
  await expect(lineOf(page, 'Message to let you know')).toContainText('failed:')
  await setFault(admin, 'Email and text messages', 'works')
  await admin.goto('/sagas')
  await admin.getByRole('row').filter({ hasText: guest.name }).getByRole('link').click()
  await expect(admin.getByText('Call the patient: “Tell the patient it is not booked”')).toBeVisible()
  return guest
}

test('an admin presses retry twice when the mail works again: tried once more, and the patient gets one mail', async ({
  page,
  signedIn,
}) => {
  const admin = await signedIn('ada')
  const guest = await bookUntold(page, admin)
  await admin.getByText('Add a note').click()
  await admin.getByLabel('Note for the team').first().fill('Their mailbox was full.')
  await admin.getByRole('button', { name: 'Resume the undoing' }).dblclick()
  await expect(admin.getByRole('status')).toContainText('Recorded. It is tried again now.')
  await expect(lineOf(page, 'Message to let you know')).toContainText('done:')
  await expect(admin.getByText('Nothing: nobody is needed.')).toBeVisible()
  const log = admin.getByRole('region', { name: 'Who did what' })
  await expect(log.getByRole('listitem')).toHaveCount(1)
  await expect(log).toContainText(/Ada Lindqvist.*Tried again: “Tell the patient it is not booked”.*mailbox was full/s)
  await expect(
    admin.locator('[aria-labelledby=happened] li', { hasText: 'Tell the patient it is not booked, try 2' }),
  ).toBeVisible()
  await expect(admin.getByRole('link', { name: 'Book again' })).toHaveAttribute('href', '/doctors/helene-vasseur')
  expect(await mailOf(page, guest.email)).toEqual([expect.stringMatching(/^Appointment not booked for /)])
})

test('an admin goes on without a step, after being asked', async ({ page, signedIn }) => {
  const admin = await signedIn('ada')
  const guest = await bookUntold(page, admin)
  await admin.getByText('Skip this step…').click()
  await admin.getByRole('button', { name: 'Skip this step' }).click()
  await expect(admin.getByRole('status')).toContainText('Recorded. It goes on without this step.')
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText(
    'Everything was undone but “Tell the patient it is not booked”.',
  )
  await expect(admin.getByText('Nothing: nobody is needed.')).toBeVisible()
  await expect(admin.getByRole('region', { name: 'Who did what' })).toContainText('Skipped:')
  expect(await mailOf(page, guest.email)).toEqual([])
})

test('an admin resolves with a note; without one it is asked for beside the field', async ({ page, signedIn }) => {
  const admin = await signedIn('ada')
  await bookUntold(page, admin)
  await admin.getByText('Resolve with a note…').click()
  await admin.getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(admin.getByText('Enter what was done, so that the next person knows.')).toBeVisible()
  const note = admin.locator('details[open]').getByLabel('Note for the team')
  await expect(note).toBeFocused()
  await note.fill('Called them at home; they will book again.')
  await admin.getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(admin.getByRole('status')).toContainText('Recorded. Nobody is asked for any more.')
  await expect(admin.getByRole('status')).toBeFocused()
  await expect(admin.getByText('Nothing: nobody is needed.')).toBeVisible()
  await expect(admin.getByRole('region', { name: 'Who did what' })).toContainText('Called them at home')
})

test('a page that is out of date changes nothing, says so, and keeps what was written', async ({
  page,
  browser,
  signedIn,
}) => {
  const admin = await signedIn('ada')
  await bookUntold(page, admin)
  const storageState = await admin.context().storageState()
  const context = await browser.newContext({ storageState, javaScriptEnabled: false })
  const still = await context.newPage()
  await still.goto(admin.url())

  await admin.getByText('Skip this step…').click()
  await admin.getByRole('button', { name: 'Skip this step' }).click()
  await expect(admin.getByRole('status')).toContainText('Recorded.')

  await still.getByText('Resolve with a note…').click()
  await still.locator('details[open]').getByLabel('Note for the team').fill('Called them.')
  await still.getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(still.getByRole('alert')).toContainText('It changed meanwhile. This is how it stands now: look again.')
  await expect(still.getByRole('alert')).toContainText('Called them.')
  await expect(admin.getByRole('region', { name: 'Who did what' }).getByRole('listitem')).toHaveCount(1)
  await context.close()
})

test('an admin has a booking undone while the mail is away, and the patient is told by whom', async ({
  page,
  signedIn,
}) => {
  const admin = await signedIn('ada')
  await setFault(admin, 'Email and text messages', 'is down')
  const guest = await book(page)
  await expect(page.getByText(/The email has not gone yet/)).toBeVisible()
  await admin.goto('/sagas')
  await admin.getByRole('row').filter({ hasText: guest.name }).getByRole('link').click()
  await expect(admin.getByRole('button', { name: 'Try again now' })).toBeVisible()
  await admin.getByText('Undo everything…').click()
  // A step may be in flight just then, which is said; pressing again a moment later is what anybody would do.
  // What was done is read from the log: the page may read itself again, and say something else by then.
  // Once it undoes, a dashed button of nearly the same name says that it cannot be asked for again.
  const undo = admin.getByRole('button', { name: 'Undo everything', exact: true })
  const done = admin.getByRole('region', { name: 'Who did what' }).getByRole('listitem')
  await expect(async () => {
    if (await undo.isVisible()) await undo.click({ timeout: 2_000 })
    await expect(done).toHaveCount(1, { timeout: 2_000 })
  }).toPass()
  await expect(page.getByRole('status')).toContainText('The clinic had to cancel it.')
  await setFault(admin, 'Email and text messages', 'works')
  await expect(lineOf(page, 'Message to let you know')).toContainText('done:')
  expect(await mailOf(page, guest.email)).toEqual([expect.stringMatching(/^Appointment not booked for /)])
})
