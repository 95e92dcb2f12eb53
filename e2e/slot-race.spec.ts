import type { APIRequestContext } from '@playwright/test'
import { expect, freeHours, newGuest, test } from './people'

const clients = 30

type Form = { url: string; fields: Record<string, string> }

test('thirty guests without JavaScript send the form of one slot at once: one books, the others hear of the nearest', async ({
  request,
  page,
}) => {
  await page.goto('/doctors/helene-vasseur?week=2')
  const hour = (await freeHours(page).nth(7).getAttribute('value')) ?? ''
  const path = `/book/helene-vasseur/${hour}`
  const forms = await Promise.all(Array.from({ length: clients }, () => readForm(request, path)))
  expect(new Set(forms.map(({ fields }) => fields.requestId)).size).toBe(clients)

  // A connection outlasts what stands before the clinic: a form that is on its way finds it open.
  const { 'keep-alive': kept = '' } = (await request.get('/api/health/live')).headers()
  expect(Number(/timeout=(\d+)/.exec(kept)?.[1])).toBeGreaterThan(120)

  const answers = await Promise.all(
    forms.map(({ url, fields }) => {
      const headers = { origin: new URL(url).origin, referer: url }
      return request.post(url, {
        multipart: { ...fields, ...newGuest(), phone: '' },
        headers,
        maxRedirects: 0,
      })
    }),
  )
  const winners = answers.filter((answer) => /\/v\//.test(answer.headers().location ?? ''))
  expect(winners.map((answer) => answer.status())).toEqual([303])
  for (const answer of answers.filter((answer) => answer !== winners[0])) {
    expect(answer.status()).toBeLessThan(500)
    const html = await answer.text()
    expect(html).toContain('That time has just been taken. Here are the nearest.')
    const nearest = (html.match(/<button [^>]*class="button wide"[^>]*name="slot"[^>]*>/g) ?? []).map(
      (tag) => /value="([^"]+)/.exec(tag)?.[1],
    )
    expect(new Set(nearest).size).toBe(3)
    expect(nearest).not.toContain(hour)
    expect(html).toContain('value="Guest ')
  }
  await page.goto(winners[0]?.headers().location ?? '')
  await expect(page.getByRole('status')).toContainText('Your request has been sent.')
})

/** The page of a form as a browser without JavaScript has it: its hidden fields, Next's own among them. */
async function readForm(request: APIRequestContext, path: string): Promise<Form> {
  const response = await request.get(path)
  const forms = (await response.text()).match(/<form.*?<\/form>/gs) ?? []
  const form = forms.find((form) => form.includes('name="requestId"')) ?? ''
  const hidden = form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []
  const attribute = (tag: string, name: string) => decode(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  const fields = hidden.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')] as const)
  return { url: response.url(), fields: Object.fromEntries(fields) }
}

function decode(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}
