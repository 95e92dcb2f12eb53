import { type BrowserContext, request } from '@playwright/test'
import { accounts, demoPassword } from '@/prisma/demo/cast'
import { bookingForm, expect, fill, newGuest, openForm, test } from './people'

/** A browser that sends no cookie and keeps none; where it runs scripts, storing anything is an error. */
async function blockCookies(context: BrowserContext): Promise<string[]> {
  const sent: string[] = []
  await context.route(
    (url) => !url.pathname.endsWith('/stream'),
    async (route) => {
      const headers = await route.request().allHeaders()
      if (headers.cookie) sent.push(route.request().url())
      // One that has a jar of its own for this request alone: `route.fetch` would fill the context's.
      const wire = await request.newContext()
      const response = await wire.fetch(route.request(), { headers, maxRedirects: 0 })
      const { 'set-cookie': _, ...kept } = response.headers()
      await route.fulfill({ response, headers: kept })
      await wire.dispose()
    },
  )
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
    Object.defineProperty(document, 'cookie', { get: () => '', set: () => {} })
    Object.defineProperty(window, 'sessionStorage', { get: refuse })
    Object.defineProperty(window, 'localStorage', { get: refuse })
  })
  return sent
}

test('a patient books without cookies and without JavaScript, and the proof stands in no address', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const sent = await blockCookies(context)
  const page = await context.newPage()
  const addresses: string[] = []
  page.on('request', (sent) => addresses.push(sent.url()))
  const guest = newGuest()
  await openForm(page)
  await expect(page.getByText(/Held for you for another [45]:\d\d/)).toBeVisible()
  const proof = await bookingForm(page).locator('[name=proof]').getAttribute('value')
  await fill(page, { ...guest, email: 'nobody.example.org' })
  await page.getByRole('button', { name: 'Request this appointment' }).click()
  await expect(page.getByText('The @ is missing.')).toBeVisible()
  await expect(bookingForm(page).locator('[name=proof]')).toHaveAttribute('value', proof ?? '')
  await page.getByLabel('Email', { exact: true }).fill(guest.email)
  await page.getByRole('button', { name: 'Request this appointment' }).click()
  await page.waitForURL(/\/v\//)
  expect(proof).toMatch(/^[0-9a-f]{32}$/)
  expect(addresses.filter((address) => address.includes(proof ?? ''))).toEqual([])
  expect(sent).toEqual([])
  await context.close()
})

test('a patient whose browser keeps no cookies books with JavaScript, also after reading the form again', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const sent = await blockCookies(context)
  const page = await context.newPage()
  await openForm(page)
  await expect(page.getByText(/Held for you for another [45]:\d\d/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/Held for you for another [45]:\d\d/)).toBeVisible()
  await fill(page, newGuest())
  await page.getByRole('button', { name: 'Request this appointment' }).click()
  await page.waitForURL(/\/v\//)
  await expect(page.getByRole('main')).toContainText(/Your request has been sent|We are booking/)
  expect(sent).toEqual([])
  await context.close()
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? '' : ', without JavaScript'
  test(`where somebody signs in, one sentence says that it takes cookies${how}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled })
    await blockCookies(context)
    const page = await context.newPage()
    const sentence = page.getByRole('alert').filter({ hasText: 'must accept cookies from this site' })
    if (javaScriptEnabled) {
      await page.goto('/sign-in')
      await expect(sentence).toBeVisible()
      await page.goto('/my-visits')
      await expect(sentence).toBeVisible()
    } else {
      await page.goto('/sign-in')
      await page.getByLabel('Email', { exact: true }).fill(accounts.ada.email)
      await page.getByLabel('Password').fill(demoPassword)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(sentence).toBeVisible()
      await page.goto('/my-visits')
      await page.getByLabel('Email', { exact: true }).fill(newGuest().email)
      await page.getByRole('button', { name: 'Send me a code' }).click()
      await expect(sentence).toBeVisible()
    }
    await context.close()
  })
}

test('a request’s id opens nothing: whoever sends it with another proof is refused, with the same one led to the visit', async ({
  page,
  browser,
}) => {
  const context = await browser.newContext()
  const other = await context.newPage()
  await openForm(page)
  const form = bookingForm(page)
  const [requestId, slot] = await Promise.all(
    ['requestId', 'slot'].map((name) => form.locator(`[name=${name}]`).getAttribute('value')),
  )
  const address = page.url()
  expect(address).toContain(requestId ?? '')
  await fill(page, newGuest())
  await page.getByRole('button', { name: 'Request this appointment' }).click()
  await page.waitForURL(/\/v\//)
  const visit = page.url()

  await openForm(other)
  await bookingForm(other).evaluate(
    (element, [request, hour]) => {
      element.querySelector('[name=requestId]')?.setAttribute('value', request ?? '')
      element.querySelector('[name=slot]')?.setAttribute('value', hour ?? '')
    },
    [requestId, slot],
  )
  await fill(other, newGuest())
  await other.getByRole('button', { name: 'Request this appointment' }).click()
  await expect(other.getByRole('alert').filter({ hasText: 'just been taken' })).toBeVisible()
  await other.goto(address)
  await expect(other.getByRole('status')).toContainText('just been taken')

  await page.goto(address)
  await page.waitForURL(/\/v\//)
  expect(page.url()).toBe(visit)
  await context.close()
})
