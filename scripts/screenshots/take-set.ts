import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { accounts, demoPassword } from '@/prisma/demo/cast'
import { pages } from './pages'
import { type PictureSet, pictureName } from './sets'

/** `at` is the instant of all pictures (ISO). */
type Job = { address: string; at: string; folder: string; only: string }
type Who = keyof typeof accounts
type State = Awaited<ReturnType<BrowserContext['storageState']>>

const calmMs = 120
const calmTries = 12

/** Takes a picture of every page whose name begins with `only`, and says which of them scroll sideways. */
export async function takeSet(browser: Browser, set: PictureSet, { address, at, folder, only }: Job): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const isWanted = (name: string) => name.startsWith(only)
  await readPages(browser, set, { address, at, isWanted }, async (name, page) => {
    const file = pictureName(name, set)
    writeFileSync(path.join(folder, file), await steadyPicture(page))
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    console.log(overflow > 0 ? `${file}  SCROLLS SIDEWAYS by ${overflow} px` : file)
  })
}

/** Goes to every page that is wanted, one after the other, as a set is to see it, and says which cannot be reached. */
export async function readPages(
  browser: Browser,
  { width, theme, language }: PictureSet,
  { address, at, isWanted }: Pick<Job, 'address' | 'at'> & { isWanted: (name: string) => boolean },
  read: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const print = { viewport: { width, height: 900 }, colorScheme: theme, reducedMotion: 'reduce' } as const
  const place = { baseURL: address, locale: language, timezoneId: 'Europe/Paris' }
  const contexts = new Map<Who | undefined, BrowserContext>()
  for (const [name, { as, go }] of Object.entries(pages)) {
    if (!isWanted(name)) continue
    const session = as && { storageState: await signedIn(browser, address, as) }
    const context = contexts.get(as) ?? (await browser.newContext({ ...print, ...place, ...session }))
    contexts.set(as, context)
    const page = await newPage(context, at)
    try {
      await go(page)
      await read(name, page)
    } catch (error) {
      // The others are worth looking at all the same.
      process.exitCode = 1
      console.log(`${name}  COULD NOT BE READ: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
    }
    await page.close()
  }
  for (const context of contexts.values()) await context.close()
}

async function newPage(context: BrowserContext, at: string): Promise<Page> {
  const page = await context.newPage()
  await page.clock.setFixedTime(at)
  return page
}

/** The picture of a page that has come to rest: the same twice. Throws when it never does. */
async function steadyPicture(page: Page): Promise<Buffer> {
  await page.waitForLoadState('load')
  await page.evaluate(() => document.fonts.ready)
  await page.locator('main, article').first().waitFor()
  let before = await page.screenshot({ fullPage: true, animations: 'disabled' })
  for (let tries = 0; tries < calmTries; tries++) {
    await page.waitForTimeout(calmMs)
    const after = await page.screenshot({ fullPage: true, animations: 'disabled' })
    if (after.equals(before)) return after
    before = after
  }
  throw new Error(`${page.url()} does not come to rest`)
}

const states = new Map<Who, State>()

/** Signs in once for all pictures: tries are limited. */
async function signedIn(browser: Browser, baseURL: string, who: Who): Promise<State> {
  const known = states.get(who)
  if (known) return known
  const context = await browser.newContext({ baseURL, locale: 'en' })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Email', { exact: true }).fill(accounts[who].email)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/calendar|day/)
  const state = await context.storageState()
  states.set(who, state)
  await context.close()
  return state
}
