import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { launchOptions } from '@/e2e/browser'
import { startClinic } from '@/e2e/clinic'
import { accounts, demoPassword } from '@/prisma/cast'

const folder = path.resolve('screenshots')
const widths = [390, 1280]
const themes = ['light', 'dark'] as const
const languages = ['fr', 'en'] as const

/** The row of a confirmation that is done; the word is the same in both languages. */
const confirmation = '[data-state=done]:has-text("confirmation")'

/** A request that nobody has confirmed: Dr Roth has no other. */
const request = 'tr:has-text("Samuel Roth")'

/** Pages by file name: how to get there from a fresh context. */
const pages: Record<string, { as?: keyof typeof accounts; go: (page: Page) => Promise<unknown> }> = {
  landing: { go: (page) => page.goto('/') },
  specialty: { go: (page) => page.goto('/?specialty=cardiology') },
  doctor: { go: (page) => page.goto('/doctors/helene-vasseur') },
  book: { go: openBooking },
  'book-refused': {
    async go(page) {
      await openBooking(page)
      await page.locator('[name=email]').fill('amina.example.org')
      await page.locator('form button[type=submit], form .btn.pen').last().click()
      await page.locator('.refusal').first().waitFor()
    },
  },
  'doctor-type': {
    async go(page) {
      await page.goto('/doctors/samuel-roth?week=1')
      await page.locator('.type').last().click()
      await page.waitForURL(/type=/)
    },
  },
  'my-visits': { go: (page) => page.goto('/my-visits') },
  'my-visits-code': {
    async go(page) {
      await page.goto('/my-visits')
      await page.locator('[name=email]').fill('amina@example.org')
      await page.locator('main form .btn').click()
      await page.locator('[name=code]').waitFor()
    },
  },
  'slot-past': { go: (page) => page.goto('/book/helene-vasseur/2020-01-06T09:00:00Z') },
  'not-found': { go: (page) => page.goto('/visits/nonsense') },
  'sign-in': { go: (page) => page.goto('/sign-in') },
  'calendar-day': { as: 'helene', go: (page) => page.goto(`/calendar?view=day&date=${nextWorkday()}`) },
  'calendar-free': { as: 'helene', go: (page) => page.goto('/calendar?view=day&date=2030-06-02') },
  'calendar-week': { as: 'helene', go: (page) => page.goto(`/calendar?view=week&date=${nextWorkday()}`) },
  'calendar-month': { as: 'helene', go: (page) => page.goto(`/calendar?view=month&date=${nextWorkday()}`) },
  'calendar-list': { as: 'helene', go: (page) => page.goto(`/calendar?view=list&date=${nextWorkday()}`) },
  'calendar-toast': {
    as: 'helene',
    async go(page) {
      await page.goto('/calendar')
      await page.locator('.req .btn.pen').first().click()
      await page.locator('.toast').waitFor()
    },
  },
  'calendar-confirm-all': {
    as: 'helene',
    async go(page) {
      await page.goto('/calendar')
      await page.locator('.req.needs-script .btn').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  'calendar-move': {
    as: 'helene',
    async go(page) {
      await page.goto(`/calendar?view=list&date=${nextWorkday()}`)
      await page.locator('.calendar-list a').first().focus()
      await page.keyboard.press('m')
      await page.getByRole('radio').first().waitFor()
    },
  },
  day: { as: 'helene', go: (page) => page.goto(`/day?date=${nextWorkday()}`) },
  'day-closed': { as: 'helene', go: (page) => page.goto('/day?date=2030-06-02') },
  'day-of-staff': { as: 'ada', go: (page) => page.goto(`/day?date=${nextWorkday()}`) },
  hours: { as: 'helene', go: (page) => page.goto('/hours') },
  'hours-hit': { as: 'helene', go: takeDayOff },
  'hours-of-idris': { as: 'ada', go: (page) => page.goto('/hours?doctor=idris-okafor') },
  clinic: { as: 'ada', go: (page) => page.goto('/clinic') },
  'clinic-people': { as: 'ada', go: (page) => page.goto('/clinic/people') },
  'clinic-types': { as: 'ada', go: (page) => page.goto('/clinic/people/helene-vasseur') },
  sagas: { as: 'ada', go: (page) => page.goto('/sagas') },
  'sagas-attention': { as: 'ada', go: (page) => page.goto('/sagas?tab=attention') },
  'sagas-asked': {
    as: 'ada',
    async go(page) {
      await page.goto('/sagas')
      await page.locator('tbody .check').first().check()
      await page.locator('button[value=resolve]').click()
      await page.locator('.dialog').waitFor()
    },
  },
  'saga-undone': { as: 'ada', go: (page) => openSaga(page, '[data-state=attention]') },
  'saga-done': { as: 'ada', go: (page) => openSaga(page, confirmation) },
  'visit-not-booked': { as: 'ada', go: (page) => openVisit(page, '[data-state=attention]') },
  'visit-confirmed': { as: 'ada', go: (page) => openVisit(page, confirmation) },
  'saga-asked': {
    as: 'ada',
    async go(page) {
      await openSaga(page, '[data-state=attention]')
      await openAsks(page)
    },
  },
  'visit-requested': { as: 'ada', go: (page) => openVisit(page, request) },
  'visit-cancel': { as: 'ada', go: (page) => openVisit(page, request, '/cancel') },
  'visit-move': { as: 'ada', go: (page) => openVisit(page, request, '/move') },
  'visit-move-to': {
    as: 'ada',
    async go(page) {
      await openVisit(page, request, '/move')
      await page.locator('.slot:visible').last().click()
      await page.locator('.bookhead').waitFor()
    },
  },
  'doctor-visit': { as: 'helene', go: openDoctorVisit },
  'doctor-visit-asked': {
    as: 'helene',
    async go(page) {
      await openDoctorVisit(page)
      await openAsks(page)
    },
  },
  'doctor-requests-asked': {
    as: 'helene',
    async go(page) {
      await page.goto(`/calendar?date=${nextWorkday()}`)
      await page.locator('.ask > summary').first().click()
      await page.locator('.calendar-height:not(.invisible) > *').waitFor()
    },
  },
  'saga-attempt': {
    as: 'ada',
    async go(page) {
      await openSaga(page, '[data-state=attention]')
      await page.locator('.tl a.plain').nth(2).click()
      await page.locator('.attempt-panel').waitFor()
    },
  },
  health: { as: 'ada', go: (page) => page.goto('/health') },
  inbox: { go: (page) => page.goto('/inbox') },
  'inbox-message': {
    async go(page) {
      await page.goto('/inbox')
      await page.locator('.msg').first().click()
      await page.locator('.reader').waitFor()
    },
  },
}

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

/** The next day from tomorrow on that is not a weekend, as `2026-11-24`. */
function nextWorkday(): string {
  const day = new Date(Date.now() + 86_400_000)
  while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

async function openBooking(page: Page): Promise<void> {
  await page.goto('/')
  await page.locator('.time').first().click()
  await page.locator('[name=email]').waitFor()
}

async function openSaga(page: Page, row: string): Promise<void> {
  await page.goto('/sagas')
  await page.locator(`${row} a.cover`).first().click()
  await page.locator('.sagagrid').waitFor()
}

async function openVisit(page: Page, row: string, below = ''): Promise<void> {
  await openSaga(page, row)
  await page.locator('a[href^="/visits/"]').click()
  await page.locator('.verdict').waitFor()
  if (below) await page.goto(page.url() + below)
}

/** Asks for days off in which visits lie, and is told which; nothing is saved. */
async function takeDayOff(page: Page): Promise<void> {
  await page.goto('/hours')
  await page.locator('[name="row.0.ends"]').fill('8')
  await page.locator('[name=version] ~ .pad .btn.pen').click()
  await page.locator('.hourrow .refusal').waitFor()
  await page.locator('[name=fromDay]').fill(nextWorkday())
  await page.locator('[name=untilDay]').fill(`${new Date().getFullYear() + 1}-03-01`)
  await page.locator('#time-off .btn.pen').click()
  await page.locator('.note.attention').waitFor()
}

async function openDoctorVisit(page: Page): Promise<void> {
  await page.goto(`/calendar?date=${nextWorkday()}`)
  await page.locator('a.visit').first().click()
  await page.locator('.sagagrid').waitFor()
}

/** Opens everything that asks before it does something. */
async function openAsks(page: Page): Promise<void> {
  for (const summary of await page.locator('.ask > summary').all()) await summary.click()
}

/** Of the clinic at an address, or of a fresh one that is ended again: `npm run screenshots -- [name] [address]`. */
const [only, address] = process.argv.slice(2)
if (address) await takeAll(address, only)
else {
  const clinic = await startClinic('.carnet/screenshots', 3447, {})
  await takeAll(clinic.address, only).finally(clinic.stop)
}
