import type { Browser, Page } from '@playwright/test'
import { isoDay } from '@/lib/views/wording'
import { clinic } from '@/prisma/demo/cast'
import { book, expect, expectAccessible, hourOn, test } from './people'

const free = (page: Page, hour: string) => page.goto(`/book/helene-vasseur/${hour}`)
const timeOff = (page: Page) => page.getByRole('region', { name: 'Time off' })
const day = (hour: string) => isoDay(hour, clinic.timeZone)

/** Takes a whole day off, told of the visits in it or not. */
async function askForDayOff(page: Page, of: string): Promise<void> {
  await page.goto('/hours')
  await timeOff(page).getByLabel('From').fill(of)
  await timeOff(page).getByRole('button', { name: 'Take time off' }).click()
}

async function removeAllTimeOff(page: Page): Promise<void> {
  await page.goto('/hours')
  const remove = timeOff(page).getByRole('button', { name: /^Remove/ })
  for (let count = await remove.count(); count > 0; count--) {
    await remove.first().click()
    await expect(remove).toHaveCount(count - 1)
  }
}

test('a doctor who takes a day off is told of the visit it hits, and patients no longer see its hours', async ({
  page,
  signedIn,
}) => {
  const guest = await book(page)
  const hour = await hourOn(page)
  const doctor = await signedIn('helene')
  // What another test has taken is none of this one's.
  await removeAllTimeOff(doctor)
  await askForDayOff(doctor, day(hour))
  const told = timeOff(doctor).getByRole('alert')
  await expect(told).toContainText('in the hours you would close')
  await expect(told.getByRole('link', { name: guest.name })).toBeVisible()
  await expect(timeOff(doctor)).toContainText('None is planned.')

  await told.getByRole('button', { name: 'Take it anyway' }).click()
  await expect(timeOff(doctor)).toContainText(/stands? in it/)
  const visit = page.url()
  await free(page, hour)
  await expect(page.getByText('doesn’t see patients at that time')).toBeVisible()
  await page.goto(visit)
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')

  await timeOff(doctor)
    .getByRole('button', { name: /^Remove/ })
    .click()
  await timeOff(doctor).getByRole('button', { name: 'Put it back' }).click()
  await expect(timeOff(doctor)).toContainText(/stands? in it/)
  await removeAllTimeOff(doctor)
  await expect(async () => {
    await free(page, hour)
    await expect(page.getByText('doesn’t see patients at that time')).toBeHidden({ timeout: 1_000 })
  }).toPass()
})

test('a doctor’s week is changed with the keyboard alone, and nothing typed is lost when it is refused', async ({
  signedIn,
}) => {
  const page = await signedIn('helene')
  await page.goto('/hours')
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).first().focus()
    await page.keyboard.press('Enter')
  }
  await press('Opening, Saturday')
  await expect(page.getByLabel('Saturday, line 1: Open from')).toBeFocused()
  await page.keyboard.type('9h')
  await page.keyboard.press('Tab')
  await page.keyboard.type('8')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This ends before it begins.')).toBeVisible()
  await expect(page.getByLabel('Saturday, line 1: Open until')).toBeFocused()
  await expect(page.getByLabel('Saturday, line 1: Open from')).toHaveValue('9h')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('10')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved. Patients see it already.')).toBeVisible()
  await expect(page.getByLabel('Saturday, line 1: Open from')).toHaveValue('09:00')
  await expect(page.getByRole('listitem').filter({ hasText: /^Sat/ }).first()).toContainText('3')

  await press('Remove Saturday, line 1: Open')
  await expect(page.getByText('Not saved yet.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Opening, Saturday' })).toBeFocused()
  await press('Save the week')
  await expect(page.getByText('Saved. Patients see it already.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Saturday, line 1: Open from')).toHaveCount(0)
})

test('without JavaScript a line is added and removed, and a wrong one refused beside its field', async ({
  browser,
  signedIn,
}) => {
  const storageState = await (await signedIn('helene')).context().storageState()
  const context = await browser.newContext({ storageState, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/hours')
  await page.getByRole('button', { name: 'Break, Sunday' }).click()
  await page.getByLabel('Sunday, line 1: Break from').fill('noon')
  await page.getByRole('button', { name: 'Save the week' }).click()
  await expect(page.getByText('This is not a time of day. Example: 08:30.')).toBeVisible()
  await expect(page.getByLabel('Sunday, line 1: Break from')).toHaveValue('noon')
  await page.getByRole('button', { name: 'Remove Sunday, line 1: Break' }).click()
  await expect(page.getByLabel('Sunday, line 1: Break from')).toHaveCount(0)
  await context.close()
})

test('for other roles there are no such pages', async ({ page, signedIn }) => {
  const doctor = await signedIn('helene')
  for (const path of ['/hours?doctor=idris-okafor', '/clinic', '/clinic/people', '/clinic/people/helene-vasseur']) {
    expect((await doctor.goto(path))?.status(), path).toBe(404)
  }
  await page.goto('/hours')
  await expect(page).toHaveURL(/sign-in/)
})

async function expectSound(browser: Browser, who: Page, colorScheme: 'light' | 'dark', paths: readonly string[]) {
  const storageState = await who.context().storageState()
  for (const width of [390, 1280]) {
    const context = await browser.newContext({ storageState, colorScheme, viewport: { width, height: 844 } })
    const page = await context.newPage()
    for (const path of paths) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
    await context.close()
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages are accessible and fit, in the ${colorScheme}`, async ({ browser, signedIn }) => {
    await expectSound(browser, await signedIn('helene'), colorScheme, ['/hours'])
    const ours = ['/hours?doctor=idris-okafor', '/clinic', '/clinic/people', '/clinic/people/helene-vasseur']
    await expectSound(browser, await signedIn('ada'), colorScheme, ours)
  })
}
