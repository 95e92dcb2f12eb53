import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { seriesOf } from '@/tests/fixtures/measures'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())
afterEach(() => {
  vi.unstubAllEnvs()
})

const token = 'a token of the tests'

/** What somebody gets who shows these headers, in a clinic with this token. */
async function get(headers: Record<string, string>, METRICS_TOKEN = token): Promise<Response> {
  vi.resetModules()
  vi.stubEnv('METRICS_TOKEN', METRICS_TOKEN)
  const { GET } = await import('./route')
  return GET(new Request('http://localhost/api/metrics', { headers }))
}

test('a clinic without a token has no such page, whatever is shown', async () => {
  for (const headers of [{}, { authorization: 'Bearer ' }, { authorization: 'Bearer undefined' }]) {
    expect((await get(headers, '')).status).toBe(404)
  }
})

test('who does not show the token reads nothing', async () => {
  const wrong = ['', 'Bearer', `Basic ${token}`, 'Bearer a token of the test', `Bearer ${token}s`, token]
  for (const authorization of wrong) {
    const answer = await get(authorization ? { authorization } : {})
    expect(answer.status, authorization).toBe(401)
    expect(await answer.text()).toBe('')
  }
})

test('who accepts OpenMetrics gets it whole, and others what every Prometheus reads', async () => {
  const authorization = `Bearer ${token}`
  const open = await get({ authorization, accept: 'application/openmetrics-text;version=1.0.0,*/*;q=0.1' })
  expect(open.status).toBe(200)
  expect(open.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8')
  const text = await open.text()
  expect(text.endsWith('\n# EOF\n')).toBe(true)
  expect(text).toContain('# TYPE carnet_saga counter\n')

  const older = await get({ authorization, accept: 'text/plain' })
  expect(older.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const series = seriesOf(await older.text())
  expect(series.get('carnet_saga_total{saga="appointment-created",outcome="done"}')).toBe(0)
  const ours = [...series.keys()].filter((name) => name.startsWith('carnet_'))
  expect(ours.filter((name) => !seriesOf(text).has(name))).toEqual([])
})

test('what cannot be measured is not told as nothing', async () => {
  const { carnetDb } = globalThis as typeof globalThis & { carnetDb?: unknown }
  Object.assign(globalThis, { carnetDb: undefined })
  try {
    const answer = await get({ authorization: `Bearer ${token}` })
    expect(answer.status).toBe(503)
    expect(await answer.text()).toBe('')
  } finally {
    Object.assign(globalThis, { carnetDb })
  }
})
