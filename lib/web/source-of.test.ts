import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

async function read(header: string, said: Record<string, string>) {
  vi.stubEnv('SOURCE_HEADER', header)
  const { sourceOf } = await import('./source-of')
  return sourceOf(new Headers(said))
}

test('while no header is named nobody is known by an address, whatever they write', async () => {
  expect(await read('', { 'x-forwarded-for': '203.0.113.7' })).toBeNull()
})
test('of the header that is named the last address counts: those before it a stranger can write', async () => {
  expect(await read('x-forwarded-for', { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' })).toBe('203.0.113.7')
  expect(await read('x-forwarded-for', {})).toBeNull()
})
