import type { Page } from '@playwright/test'
import { appointmentOf } from './backstage'
import { visitOfLastWeek } from './last-week'
import { blockOf, dayOf, openBoard } from './own-board'
import { otherWindow, ownDay, usual } from './own-day'
import { expect, test } from './people'

/** Leads the focus by arrows to a guest’s visit: across to its doctor, and down the column. */
async function leadTo(page: Page, guest: { name: string }): Promise<void> {
  const isThere = () => blockOf(page, guest).evaluate((link) => link === document.activeElement)
  const isInColumn = () =>
    blockOf(page, guest).evaluate((link) => {
      const own = link.closest('[data-column]')
      return own?.contains(document.activeElement) ?? false
    })
  await page.keyboard.press('ArrowDown')
  for (let steps = 0; steps < 8 && !(await isInColumn()); steps++)
    await page.keyboard.press(steps < 4 ? 'ArrowLeft' : 'ArrowRight')
  for (let steps = 0; steps < 60 && !(await isThere()); steps++) await page.keyboard.press('ArrowUp')
  for (let steps = 0; steps < 60 && !(await isThere()); steps++) await page.keyboard.press('ArrowDown')
  await expect(blockOf(page, guest)).toBeFocused()
}

for (const [locale, words] of [
  ['fr-FR', { waits: 'attend depuis', inside: 'en consultation', over: 'fait', keys: 'Touches' }],
  ['en-GB', { waits: 'waits', inside: 'in the room', over: 'seen', keys: 'Keys' }],
] as const) {
  test(`a receptionist keeps her morning with the keys alone, ${locale}`, async ({ browser, signedIn }) => {
    const { guest, path } = await visitOfLastWeek()
    const { day, at, bookAfter } = await ownDay()
    const [asked, sure] = [await bookAfter(0, usual, true), await bookAfter(40)]
    const desk = await otherWindow(browser, await signedIn('ada'), { locale })

    await openBoard(desk, dayOf(path))
    await leadTo(desk, guest)
    await desk.keyboard.press('Enter')
    const said = desk.getByRole('dialog', { name: guest.name })
    await expect(said).toBeVisible()
    await desk.keyboard.press('a')
    await expect(said).toBeHidden()
    await expect(blockOf(desk, guest)).toContainText(words.waits)
    await expect(blockOf(desk, guest)).toBeFocused()
    await desk.keyboard.press('e')
    await expect(blockOf(desk, guest)).toContainText(words.inside)
    await desk.keyboard.press('t')
    await expect(blockOf(desk, guest)).toContainText(words.over)
    await desk.keyboard.press('z')
    await expect(blockOf(desk, guest)).toContainText(words.inside)
    await desk.keyboard.press('?')
    await expect(desk.getByRole('dialog', { name: words.keys })).toBeVisible()
    await desk.keyboard.press('Escape')

    await openBoard(desk, day)
    await leadTo(desk, asked)
    await desk.keyboard.press('c')
    await expect.poll(async () => (await appointmentOf(asked))?.status).toBe('confirmed')
    await leadTo(desk, sure)
    await desk.keyboard.press('m')
    await expect(desk.locator('[data-ghost]')).toBeVisible()
    await expect(desk.locator('[data-free]').first()).toBeVisible()
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('Enter')
    await expect.poll(async () => (await appointmentOf(sure))?.startsAt.toISOString()).toBe(at(60))
    await leadTo(desk, sure)
    await desk.keyboard.press('Enter')
    await desk.keyboard.press('Backspace')
    await expect(desk.getByRole('dialog', { name: sure.name }).locator('textarea')).toBeFocused()
    await desk.keyboard.press('Escape')
    await expect(desk.getByRole('dialog', { name: sure.name })).toBeHidden()
    await desk.context().close()
  })
}
