import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { hourMs, laterBy } from '@/lib/domain/time'
import { doctors } from '@/prisma/demo/cast'
import { appointmentOf, backstage, stoppedRun } from './backstage'
import { otherWindow } from './own-day'
import { book, expect, expectAccessible, test } from './people'

/** What a page's address is made of, of one guest's visit that was asked for. */
type World = { visit: string; id: string; patient: string; hour: string; day: string; saga: string; run: string }
type Reader = 'anybody' | 'helene' | 'ada'

const own = doctors.helene.slug

/** Every page there is, with who reads it and under which address. A page that is not here fails the first test. */
const pages: Record<string, [Reader, (world: World) => string[]]> = {
  '/': ['anybody', () => ['/', '/?specialty=cardiology', '/?q=vaseur']],
  '/account': ['ada', () => ['/account']],
  '/accessibility': ['anybody', () => ['/accessibility']],
  '/book/[slug]/[start]': ['anybody', ({ hour }) => [`/book/${own}/${hour}`]],
  '/calendar': [
    'helene',
    ({ day }) => ['day', 'week', 'month', 'list'].map((view) => `/calendar?view=${view}&date=${day}`),
  ],
  '/calendar/visits/[id]': ['helene', ({ id }) => [`/calendar/visits/${id}`]],
  '/calendar/visits/[id]/move': ['helene', ({ id }) => [`/calendar/visits/${id}/move`]],
  '/calendar/visits/[id]/move/[start]': ['helene', ({ id, hour }) => [`/calendar/visits/${id}/move/${later(hour)}`]],
  '/clinic': ['ada', () => ['/clinic']],
  '/clinic/people': ['ada', () => ['/clinic/people']],
  '/clinic/people/[slug]': ['ada', () => [`/clinic/people/${own}`]],
  '/clinic/people/[slug]/profile': ['ada', () => [`/clinic/people/${own}/profile`]],
  '/clinic/place': ['ada', () => ['/clinic/place']],
  '/clinic/texts/[page]': ['ada', () => ['/clinic/texts/privacy']],
  '/contact': ['anybody', () => ['/contact']],
  '/day': ['ada', ({ day }) => [`/day?date=${day}`, `/day?doctor=${own}&date=${day}`]],
  '/day/book': [
    'ada',
    ({ day, hour }) => [
      '/day/book',
      `/day/book?doctor=${own}&start=${hour}`,
      `/day/book?doctor=${own}&start=${day}T02:00:00Z`,
    ],
  ],
  '/day/hours': ['ada', ({ day }) => [`/day/hours?doctor=${own}&date=${day}&from=14:00`]],
  '/day/kept': ['ada', () => ['/day/kept']],
  '/day/paper': ['ada', ({ day }) => [`/day/paper?date=${day}`]],
  '/day/visits/[id]': ['ada', ({ id }) => [`/day/visits/${id}`]],
  '/day/visits/[id]/move': ['ada', ({ id }) => [`/day/visits/${id}/move`]],
  '/day/visits/[id]/move/[start]': ['ada', ({ id, hour }) => [`/day/visits/${id}/move/${later(hour)}`]],
  '/doctors/[slug]': ['anybody', () => [`/doctors/${own}`]],
  '/health': ['ada', () => ['/health']],
  '/hours': ['helene', () => ['/hours']],
  '/hours/absence': ['helene', ({ day }) => [`/hours/absence?fromDay=${day}`, '/hours/absence']],
  '/inbox': ['anybody', () => ['/inbox']],
  '/legal': ['anybody', () => ['/legal']],
  '/my-visits': ['anybody', () => ['/my-visits']],
  /** In a clinic that is open nobody sees it: see setup.spec.ts, as for every step but the refusal of a wrong link. */
  '/not-open': ['anybody', () => []],
  '/own-calendar': ['helene', () => ['/own-calendar']],
  '/patients': ['ada', () => ['/patients']],
  '/patients/[id]': ['ada', ({ patient }) => [`/patients/${patient}`]],
  '/patients/new': ['ada', () => ['/patients/new']],
  '/privacy': ['anybody', () => ['/privacy']],
  '/runs': ['ada', () => ['/runs']],
  '/runs/[id]': ['ada', ({ run }) => [`/runs/${run}`]],
  '/sagas': ['ada', () => ['/sagas']],
  '/sagas/[id]': ['ada', ({ saga }) => [`/sagas/${saga}`]],
  '/setup/[[...link]]': ['anybody', () => ['/setup/nonsense']],
  '/sign-in': ['anybody', () => ['/sign-in']],
  '/v/[token]': ['anybody', ({ visit }) => [visit, '/v/nonsense']],
  '/v/[token]/cancel': ['anybody', ({ visit }) => [`${visit}/cancel`]],
  '/v/[token]/move': ['anybody', ({ visit }) => [`${visit}/move`]],
  '/v/[token]/move/[start]': ['anybody', ({ visit, hour }) => [`${visit}/move/${later(hour)}`]],
  '/visits/[...link]': ['anybody', () => ['/visits/an-older/link']],
}

test('every page that is built is looked at on a phone', () => {
  const manifest: Record<string, string> = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8'))
  const files = Object.keys(manifest).filter((file) => file.endsWith('/page') && !file.startsWith('/_'))
  const built = files.map((file) => manifest[file])
  expect(Object.keys(pages).sort()).toEqual(built.sort())
})

for (const locale of ['fr-FR', 'en-GB']) {
  for (const reader of ['anybody', 'helene', 'ada'] as const) {
    test(`no page of ${reader} breaks a time, a price, a name or a button in two at 360 px, or is wider, ${locale}`, async ({
      browser,
      page: guest,
      signedIn,
    }) => {
      test.slow()
      const world = await aVisit(guest)
      const page = await otherWindow(browser, reader === 'anybody' ? guest : await signedIn(reader), { locale })
      const found: string[] = []
      for (const [who, pathsOf] of Object.values(pages))
        if (who === reader)
          for (const path of pathsOf(world)) found.push(...(await faultsOf(page, path, locale === 'fr-FR')))
      await page.context().close()
      expect(found).toEqual([])
    })
  }
}

/** A visit that a guest asked for, and what leads to it. */
async function aVisit(page: Page): Promise<World> {
  const guest = await book(page)
  const { id = '', startsAt, patientId: patient = '' } = (await appointmentOf(guest)) ?? {}
  const hour = startsAt?.toISOString() ?? ''
  const saga = await backstage((db) => db.saga.findFirstOrThrow({ where: { subjectId: id } }))
  const run = await backstage((db) => stoppedRun(db, id))
  const shown = { visit: new URL(page.url()).pathname, id, patient, hour, day: hour.slice(0, 10) }
  return { ...shown, saga: saga.sagaId, run }
}

async function faultsOf(page: Page, path: string, isFrench: boolean): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 740 })
  const answer = await page.goto(path)
  const faults = await page.evaluate(look)
  // A page that is not found would fit anywhere.
  if (!answer?.ok() && !path.endsWith('nonsense')) faults.push(`answers ${answer?.status()}`)
  // What access asks for is the same in every language.
  if (isFrench) await expectAccessible(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.addStyleTag({ content: 'html { font-size: 200% }' })
  const twice = await page.evaluate(() => document.documentElement.scrollWidth)
  if (twice > 1280) faults.push(`${twice} px wide when its text is twice as large`)
  return faults.map((fault) => `${path}: ${fault}`)
}

/** In the page: what is wider than it, each word that breaks within itself, and each button that takes two lines. */
function look(): string[] {
  const faults: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > window.innerWidth) faults.push(`${root.scrollWidth} px wide`)
  const linesOf = (range: Range) => new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    // What is a pixel wide is there to be heard.
    const shown = text.parentElement
    if (!shown?.checkVisibility() || shown.offsetWidth <= 1 || shown.closest('textarea, script')) continue
    // No line holds what other tests write where people can write: words of 120 letters.
    for (const { 0: word, index } of (text.textContent ?? '').matchAll(/[^ \n\t\u2009\u200b\u00ad/-]+/g)) {
      if (word.length > 40) continue
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      if (linesOf(range) > 1) faults.push(`“${word}” breaks in two`)
    }
  }
  for (const button of document.querySelectorAll('.button')) {
    const range = document.createRange()
    range.selectNodeContents(button)
    const spans = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
    const ends = spans.map(({ top, bottom }) => (top + bottom) / 2)
    if (Math.max(...ends) - Math.min(...ends) > 12) faults.push(`the button “${button.textContent}” takes two lines`)
  }
  return faults
}

/** An hour later: free, since nobody else comes on a test's own day. */
function later(hour: string): string {
  return laterBy(hour, hourMs)
}
