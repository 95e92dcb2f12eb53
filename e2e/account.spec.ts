import type { Browser, Page } from '@playwright/test'
import { addAccount } from '@/lib/commands/people/add-account'
import { isoNow } from '@/lib/iso-now'
import { makePassword } from '@/lib/web/passwords'
import { backstage } from './backstage'
import { expect, newGuest, test } from './people'

/** Somebody of the front desk whom nobody else's test knows. */
async function colleague() {
  const { name, email } = newGuest()
  const { password, hash: passwordHash } = await makePassword()
  await backstage((db) =>
    addAccount(db, { requestId: crypto.randomUUID(), name, email, role: 'staff', passwordHash }, isoNow()),
  )
  return { email, password }
}

async function tryToEnter(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function entered(browser: Browser, { email, password }: { email: string; password: string }): Promise<Page> {
  const page = await browser.newPage()
  await tryToEnter(page, email, password)
  await page
    .getByRole('link', { name: 'Day' })
    .or(page.getByRole('link', { name: 'Today' }))
    .first()
    .waitFor()
  return page
}

test('a colleague gives themselves another password, which ends every other session of theirs', async ({ browser }) => {
  const who = await colleague()
  const [desk, elsewhere] = [await entered(browser, who), await entered(browser, who)]
  await desk.goto('/account')
  await expect(desk.getByText('(this browser)')).toHaveCount(1)
  const change = async (current: string, fresh: string) => {
    await desk.getByLabel('Current password').fill(current)
    await desk.getByLabel('New password').fill(fresh)
    await desk.getByRole('button', { name: 'Change my password' }).click()
  }
  await change('not mine at all', 'a fresh password')
  await expect(desk.getByText('This is not your current password.')).toBeVisible()
  await change(who.password, 'short')
  await expect(desk.getByText('Choose a password of at least 10 characters.')).toBeVisible()
  await change(who.password, 'a fresh password')
  await expect(desk.getByText('Changed. Every other browser is signed out.')).toBeVisible()
  await elsewhere.goto('/account')
  await elsewhere.waitForURL(/sign-in/)
  await desk.goto('/account')
  await expect(desk.getByText('Only in this browser.')).toBeVisible()

  const other = await entered(browser, { ...who, password: 'a fresh password' })
  await desk.reload()
  await desk.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(desk.getByText('Signed out everywhere else.')).toBeVisible()
  await other.goto('/account')
  await other.waitForURL(/sign-in/)
})

test('who guesses at a colleague’s password from elsewhere does not keep them out', async ({ browser }) => {
  const who = await colleague()
  const desk = await entered(browser, who)
  await desk.getByRole('button', { name: 'Sign out' }).click()
  await desk.waitForURL(/sign-in|\/$/)
  const stranger = await browser.newPage()
  for (let tries = 0; tries < 11; tries++) {
    await tryToEnter(stranger, who.email, 'a guess of mine')
    await expect(stranger.getByText(/do not match|Too many/)).toBeVisible()
  }
  await expect(stranger.getByText(/Too many/)).toBeVisible()
  await tryToEnter(desk, who.email, who.password)
  await desk.waitForURL(/sagas|day/)
})
