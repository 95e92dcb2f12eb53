import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { launchOptions } from '@/e2e/browser'
import { startClinic } from '@/e2e/clinic'
import { accounts, demoPassword } from '@/prisma/cast'
import { pages } from './screenshots/pages'

const folder = path.resolve('screenshots')
const widths = [390, 1280]
const themes = ['light', 'dark'] as const
const languages = ['fr', 'en'] as const

/** Every page at phone and desk width, light and dark, in both languages. */
async function takeAll(baseURL: string, only: string | undefined): Promise<void> {
  const browser = await chromium.launch(await launchOptions())
  mkdirSync(folder, { recursive: true })
  for (const width of widths) {
    for (const theme of themes) {
      for (const language of languages) await takeSet(browser, { baseURL, width, theme, language }, only)
    }
  }
  await browser.close()
}

type Set = { baseURL: string; width: number; theme: (typeof themes)[number]; language: (typeof languages)[number] }

async function takeSet(
  browser: Browser,
  { baseURL, width, theme, language }: Set,
  only: string | undefined,
): Promise<void> {
  const options = { baseURL, viewport: { width, height: 900 }, colorScheme: theme, reducedMotion: 'reduce' } as const
  const contexts = new Map<string, BrowserContext>()
  for (const [name, { as, go }] of Object.entries(pages)) {
    if (only && !name.startsWith(only)) continue
    const who = as ?? 'nobody'
    const known = contexts.get(who)
    const storageState = as ? await signedIn(browser, baseURL, as) : undefined
    const context =
      known ?? (await browser.newContext({ ...options, locale: language, ...(storageState && { storageState }) }))
    contexts.set(who, context)
    const page = await context.newPage()
    await go(page)
    await page.waitForLoadState('load')
    await page.evaluate(() => document.fonts.ready)
    await page
      .locator(name.startsWith('calendar') ? '.calendar-height:not(.invisible) > *, .month, .calendar-list' : 'main')
      .first()
      .waitFor()
    const file = `${name}-${width}-${theme}-${language}.png`
    await page.screenshot({ path: path.join(folder, file), fullPage: true })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    console.log(overflow > 0 ? `${file}  SCROLLS SIDEWAYS by ${overflow} px` : file)
    await page.close()
  }
  for (const context of contexts.values()) await context.close()
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>
const states = new Map<string, State>()

/** Signs in once for all pictures: tries are limited. */
async function signedIn(browser: Browser, baseURL: string, who: keyof typeof accounts): Promise<State> {
  const known = states.get(who)
  if (known) return known
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.locator('[name=email]').fill(accounts[who].email)
  await page.locator('[name=password]').fill(demoPassword)
  await page.locator('main form .btn').click()
  await page.waitForURL(/calendar|sagas/)
  const state = await context.storageState()
  states.set(who, state)
  await context.close()
  return state
}

/** Of the clinic at an address, or of a fresh one that is ended again: `npm run screenshots -- [name] [address]`. */
const [only, address] = process.argv.slice(2)
if (address) await takeAll(address, only)
else {
  const clinic = await startClinic('.carnet/screenshots', 3447, {})
  await takeAll(clinic.address, only).finally(clinic.stop)
}
