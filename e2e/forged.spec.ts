import { book, expect, test } from './people'

test('a form from another site is refused before anything reads it, whatever else it says', async ({
  page,
  request,
}) => {
  await page.goto('/sign-in')
  for (const site of ['cross-site', 'same-site']) {
    const headers = { 'sec-fetch-site': site, 'x-forwarded-host': 'evil.example', origin: 'http://evil.example' }
    const answer = await request.post('/sign-in', { headers, multipart: { email: 'ada@lilas.example' } })
    expect(answer.status(), site).toBe(403)
  }
})

test('every document has its policy, also one that is fetched ahead', async ({ request }) => {
  for (const headers of [{}, { purpose: 'prefetch' }, { 'next-router-prefetch': '1' }] as Record<string, string>[]) {
    const { 'content-security-policy': policy = '' } = (await request.get('/sign-in', { headers })).headers()
    expect(policy, JSON.stringify(headers)).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('evil')
  }
  const asked = { 'content-security-policy': "script-src 'nonce-evil'" }
  const answer = await request.get('/sign-in', { headers: asked })
  expect(answer.headers()['content-security-policy']).not.toContain('evil')
  expect(await answer.text()).not.toContain('nonce="evil"')
})

test('the file of a visit is kept by nobody on the way', async ({ page }) => {
  await book(page)
  const answer = await page.request.get(`/api${new URL(page.url()).pathname}/visit.ics`)
  expect(answer.headers()['cache-control']).toBe('private, no-store')
})

test('who calls in Inngest’s place without its signature is not listened to, nor anybody for too long', async ({
  request,
}) => {
  const call = (headers: Record<string, string>, data: Buffer) => request.post('/api/inngest?fnId=x', { headers, data })
  expect((await call({}, Buffer.alloc(100))).status()).toBe(401)
  const signed = { 'x-inngest-signature': 't=1&s=2' }
  expect((await call(signed, Buffer.alloc(4 * 1024 ** 2 + 1))).status()).toBe(413)
  expect((await call(signed, Buffer.from('{}'))).status()).toBe(401)
})
