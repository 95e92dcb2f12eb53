import type { Page } from '@playwright/test'
import { appointmentOf } from './backstage'
import { otherWindow } from './own-day'
import { book, expect, expectAccessible, newGuest, test } from './people'

/** A name that nobody else has, in letters: figures are no names. */
function newName(): string {
  const letters = [...String(Date.now() + Math.floor(Math.random() * 1e9))].map((digit) => 'bcdfghjklm'[Number(digit)])
  return `V${letters.join('')}`
}

type Traits = { first: string; last: string; birth?: string; phone?: string }

/** Registers somebody at the desk and lands on their card. */
async function register(desk: Page, { first, last, birth, phone }: Traits): Promise<void> {
  await desk.goto('/patients/new')
  await desk.getByLabel('First names').fill(first)
  await desk.getByLabel('Birth name').fill(last)
  if (birth) await desk.getByLabel('Date of birth').fill(birth)
  if (phone) await desk.getByLabel('Phone').fill(phone)
  await desk.getByRole('button', { name: 'Create the card' }).click()
  await desk.waitForURL(/\/patients\/[0-9a-f]{8}-/)
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(`${first} ${last}`)
}

test('anybody is found from any page of the desk by keys alone, and Enter opens their card', async ({
  page,
  signedIn,
}) => {
  const last = newName()
  const guest = await book(page, { name: `Ines ${last}`, email: newGuest().email })
  const desk = await signedIn('ada')
  for (const [path, keys] of [
    ['/sagas', '/'],
    ['/day', 'Control+k'],
  ] as const) {
    await desk.goto(path)
    await expect(desk.getByRole('link', { name: 'Find a patient' })).toBeVisible()
    await expect(async () => {
      await desk.keyboard.press(keys)
      await expect(desk.getByRole('dialog')).toBeVisible()
    }).toPass()
    await desk.keyboard.type(`ine ${last.slice(0, 6)}`)
    await expect(desk.getByRole('option', { name: guest.name })).toBeVisible()
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('ArrowUp')
    await desk.keyboard.press('Enter')
    await desk.waitForURL(/\/patients\/[0-9a-f]{8}-/)
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText(guest.name)
    await expect(desk.getByRole('region', { name: 'Coming' }).getByText('Dr Hélène Vasseur')).toBeVisible()
  }
  await expectAccessible(desk)
})

test('what is typed right after the key is not lost while the field is on its way', async ({ signedIn }) => {
  const desk = await signedIn('ada')
  await desk.route(/\/_next\/static\/chunks\//, async (route) => {
    await expect.poll(() => isTyped).toBe(true)
    await route.continue()
  })
  let isTyped = true
  await desk.goto('/day')
  await desk.locator('[data-board=ready]').waitFor()
  isTyped = false
  await desk.keyboard.press('/')
  await desk.keyboard.type('amina')
  isTyped = true
  await expect(desk.getByRole('combobox', { name: 'Find a patient' })).toHaveValue('amina')
})

test('a search that finds nobody says so, and Escape leads back', async ({ signedIn }) => {
  const desk = await signedIn('ada')
  await desk.goto('/health')
  await desk.getByRole('link', { name: 'Find a patient' }).click()
  await desk.getByRole('combobox').fill('zzqqxx')
  await expect(desk.getByRole('dialog').getByRole('status')).toContainText('Nobody matches.')
  await expectAccessible(desk)
  await desk.keyboard.press('Escape')
  await expect(desk.getByRole('dialog')).toHaveCount(0)
  await expect(desk).toHaveURL(/health/)
})

test('the desk registers somebody; what is wrong is said beside the field, and nothing is lost', async ({
  signedIn,
}) => {
  const desk = await signedIn('ada')
  const last = newName()
  await desk.goto('/patients/new')
  await desk.getByLabel('Birth name').fill(last)
  await desk.getByLabel('Phone').fill('06 39')
  await desk.getByRole('button', { name: 'Create the card' }).click()
  await expect(desk.getByText('Enter at least one first name.')).toBeVisible()
  await expect(desk.getByText('This number is incomplete.')).toBeVisible()
  await expect(desk.getByLabel('Birth name')).toHaveValue(last)
  await desk.getByLabel('First names').fill('Amina Rose')
  await desk.getByLabel('Phone').fill('06 39 98 00 11')
  await desk.getByRole('button', { name: 'Create the card' }).click()
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(`Amina ${last}`)
  await expect(desk.getByText('Amina Rose')).toBeVisible()
  await expect(desk.getByRole('link', { name: '06 39 98 00 11' })).toBeVisible()
  await expectAccessible(desk)
})

test('how somebody is reached and what to know of them is changed on their card', async ({ signedIn }) => {
  const desk = await signedIn('ada')
  await register(desk, { first: 'Lea', last: newName(), phone: '06 39 98 00 12' })
  await desk.getByText('Change', { exact: true }).click()
  await desk.getByLabel('Phone').fill('06 39 98 00 13')
  await desk.getByLabel('Front desk notes').fill('Prefers late afternoons.')
  await desk.getByRole('button', { name: 'Save' }).click()
  await expect(desk.getByRole('link', { name: '06 39 98 00 13' })).toBeVisible()
  await expect(desk.getByRole('definition').getByText('Prefers late afternoons.')).toBeVisible()
})

test('two records of one person are proposed, merged, and separated again', async ({ signedIn }) => {
  const desk = await signedIn('ada')
  const last = newName()
  await register(desk, { first: 'Bastien', last, birth: '1992-04-08' })
  const alias = desk.url()
  await register(desk, { first: 'Bastien', last, birth: '1992-04-08', phone: '06 39 98 00 14' })
  const root = desk.url()
  const proposal = desk.getByRole('region', { name: 'Is this the same person?' })
  await expect(proposal).toContainText('date of birth')
  await expectAccessible(desk)
  await proposal.getByRole('button', { name: 'Merge the two records' }).click()
  await expect(proposal).toHaveCount(0)
  await desk.goto(alias)
  await expect(desk).toHaveURL(root)
  await desk.getByRole('button', { name: 'Separate' }).click()
  await expect(proposal).toBeVisible()
  await proposal.getByRole('button', { name: 'Not the same person' }).click()
  await expect(proposal).toHaveCount(0)
  await desk.goto(alias)
  await expect(desk).toHaveURL(alias)
  await expect(proposal).toHaveCount(0)
})

test('a doctor opens the cards of their own patients, and finds nobody else', async ({ page, signedIn }) => {
  const last = newName()
  const guest = await book(page, { name: `Noor ${last}`, email: newGuest().email })
  const card = `/patients/${(await appointmentOf(guest))?.patientId}`
  const [own, other] = [await signedIn('helene'), await signedIn('idris')]
  await own.goto(card)
  await expect(own.getByRole('heading', { level: 1 })).toHaveText(guest.name)
  await expect(own.getByText('Change', { exact: true })).toHaveCount(0)
  expect((await other.goto(card))?.status()).toBe(404)
  for (const [doctor, found] of [
    [own, 1],
    [other, 0],
  ] as const) {
    await doctor.goto('/patients')
    await doctor.getByRole('combobox').fill(`noor ${last.slice(0, 7)}`)
    await expect(doctor.getByRole('status').filter({ hasText: found ? '1 person' : 'Nobody' })).toBeVisible()
    await expect(doctor.getByRole('option')).toHaveCount(found)
  }
})

test('without JavaScript the page of patients finds, and leads to a card', async ({ browser, page, signedIn }) => {
  const last = newName()
  const guest = await book(page, { name: `Omar ${last}`, email: newGuest().email })
  const plain = await otherWindow(browser, await signedIn('ada'), { javaScriptEnabled: false })
  await plain.goto('/day')
  await plain.getByRole('link', { name: 'Find a patient' }).click()
  await plain.getByRole('combobox').fill(`omar ${last.slice(0, 7)}`)
  await plain.getByRole('button', { name: 'Search' }).click()
  await plain.getByRole('option', { name: guest.name }).click()
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText(guest.name)
  expect(plain.url()).not.toContain(last)
  await plain.context().close()
})
