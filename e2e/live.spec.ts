import type { Page } from '@playwright/test'
import { doctors } from '@/prisma/demo/cast'
import { backstage } from './backstage'
import { expect, test } from './people'

/** Tells every open page that something of Dr Vasseur's has changed, as a command does after its commit. */
function hint(): Promise<unknown> {
  return backstage(async (db) => {
    const { id } = await db.doctor.findUniqueOrThrow({ where: { slug: doctors.helene.slug } })
    const said = { of: 'hours', doctor: id, visit: null, isRequest: false, from: null, to: null }
    await db.$executeRaw`select pg_notify('changed', ${JSON.stringify(said)})`
  })
}

type Seen = { at: number; what: string }

/** Keeps in the page when it asked for its own contents or another's without being loaded anew, and when it was pressed. */
function keepCount(): void {
  const seen: Seen[] = []
  Object.assign(window, { seen })
  const ask = window.fetch
  window.fetch = (...asked) => {
    const headers = new Headers(asked[1]?.headers)
    const { pathname, searchParams } = new URL(String(asked[0]), location.href)
    if (headers.has('rsc') && !headers.has('next-router-prefetch'))
      seen.push({ at: performance.now(), what: `${pathname} ${searchParams.get('view') ?? ''}`.trim() })
    return ask(...asked)
  }
  window.addEventListener('click', () => seen.push({ at: performance.now(), what: 'press' }), { capture: true })
}

/** What was kept of a page so far, and how long it has been there, in milliseconds. */
function seenOn(page: Page): Promise<{ seen: Seen[]; now: number }> {
  return page.evaluate(() => ({ seen: (window as unknown as { seen: Seen[] }).seen, now: performance.now() }))
}

async function isLive(page: Page): Promise<void> {
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
}

const heldMs = 1_500
const stormMs = 10_000

test('a storm of hints makes a page read itself again at its pace, and a press in it goes where it leads', async ({
  signedIn,
}) => {
  const doctor = await signedIn('helene')
  await doctor.addInitScript(keepCount)
  await doctor.goto('/calendar')
  await isLive(doctor)
  await doctor.route('**/calendar?_rsc=**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, heldMs))
    await route.continue()
  })
  const storm = setInterval(() => void hint(), 250)
  try {
    const begins = (await seenOn(doctor)).now
    await expect.poll(async () => (await seenOn(doctor)).now - begins).toBeGreaterThan(stormMs)
    const inStorm = (await seenOn(doctor)).seen.filter(({ at }) => at >= begins && at < begins + stormMs)
    expect(inStorm.length).toBeGreaterThan(0)
    expect(inStorm.length).toBeLessThanOrEqual(7)

    await doctor.getByRole('link', { name: 'Month', exact: true }).click()
    await doctor.waitForURL(/view=month/)
    const { seen } = await seenOn(doctor)
    const after = seen.slice(seen.findIndex(({ what }) => what === 'press') + 1)
    expect(after[0]?.what).toBe('/calendar month')
    expect(after.filter(({ what }) => what === '/calendar')).toEqual([])
  } finally {
    clearInterval(storm)
  }
})

test('nine pages of one browser each answer, share one stream, and another takes it over', async ({ signedIn }) => {
  const first = await signedIn('helene')
  const context = first.context()
  const streams: Page[] = []
  context.on('request', (request) => {
    if (request.url().endsWith('/api/calendar/stream')) streams.push(request.frame().page())
  })
  const pages = [first]
  while (pages.length < 9) pages.push(await context.newPage())
  for (const page of pages) await page.goto('/calendar')
  for (const page of pages) await isLive(page)
  expect(streams).toHaveLength(1)

  const [leader] = streams
  await leader?.close()
  await expect.poll(() => streams.length).toBe(2)
  const others = pages.filter((page) => page !== leader)
  const read = others.map((page) => page.waitForRequest('**/calendar?_rsc=**'))
  await hint()
  await Promise.all(read)
})

test('a page that nobody looks at keeps no stream open and reads nothing; looked at, it is read anew', async ({
  signedIn,
}) => {
  const doctor = await signedIn('helene')
  await doctor.goto('/calendar')
  await isLive(doctor)
  const look = (isHidden: boolean) =>
    doctor.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
      document.dispatchEvent(new Event('visibilitychange'))
    }, isHidden)
  const closed = doctor.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/calendar/stream'))
  await look(true)
  await closed
  const read = doctor.waitForRequest('**/calendar?_rsc=**')
  const opened = doctor.waitForRequest('**/api/calendar/stream')
  await look(false)
  await Promise.all([read, opened])
})
