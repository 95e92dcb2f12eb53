import { connect, createServer, type Socket } from 'node:net'
import type { Browser, Page } from '@playwright/test'
import { freePort } from '@/scripts/launch/free-port'
import { expect, signIn, test } from './people'
import { clinicUnderTest } from './under-test'

/** A way to the clinic that can be closed: to a browser that comes by it, Carnet does not answer then. */
async function door(): Promise<{ address: string; close: () => Promise<void> }> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    const inside = connect(clinicUnderTest.port, '127.0.0.1')
    for (const end of [socket, inside]) {
      open.add(end)
      end.on('error', () => end.destroy())
      end.on('close', () => open.delete(end))
    }
    socket.pipe(inside).pipe(socket)
  })
  const port = await freePort(9400)
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      for (const socket of open) socket.destroy()
    })
  return { address: `http://localhost:${port}`, close }
}

/** The desk by such a door, with the next days kept. */
async function keepingDesk(browser: Browser, address: string): Promise<{ page: Page; sheets: string[] }> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB' })
  const page = await context.newPage()
  await signIn(page, 'ada')
  await page.goto('/day/kept')
  await page.getByRole('button', { name: 'Keep them on this computer' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Kept on this computer' })).toBeVisible()
  const sheets = await page.locator('[data-paper] h2').allTextContents()
  expect(sheets.length).toBeGreaterThan(0)
  return { page, sheets }
}

test('the next two days are still there when Carnet does not answer, and say that they are kept', async ({
  browser,
  expectError,
}) => {
  expectError(/net::ERR_|Failed to (fetch|load)|ChunkLoadError/)
  const way = await door()
  const { page, sheets } = await keepingDesk(browser, way.address)
  await expect(page.getByRole('alert').filter({ hasText: 'Carnet does not answer' })).toBeHidden()
  await way.close()
  await page.goto('/day/kept')
  await expect(page.getByRole('alert').filter({ hasText: 'Carnet does not answer' })).toBeVisible()
  expect(await page.locator('[data-paper] h2').allTextContents()).toEqual(sheets)
  // They look as they did: the sheets' style is kept with them.
  const frame = await page
    .locator('.sheet')
    .first()
    .evaluate((sheet) => getComputedStyle(sheet).borderTopStyle)
  expect(frame).not.toBe('none')
  await page.context().close()
})

test('who signs out leaves none of them behind', async ({ browser }) => {
  const way = await door()
  const { page } = await keepingDesk(browser, way.address)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto('about:blank')
  await way.close()
  await expect(page.goto('/day/kept')).rejects.toThrow(/net::ERR_/)
  await page.context().close()
})
