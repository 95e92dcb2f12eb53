import { afterEach, describe, expect, test, vi } from 'vitest'
import { childEnv, parseEnv, startEnv } from './env'

afterEach(() => vi.unstubAllEnvs())

const settings = {
  DATABASE_URL: 'postgresql://carnet:secret@127.0.0.1:5432/carnet',
  CARNET_SECRET: 'a secret for the tests, long enough to be one',
  CARNET_URL: 'http://localhost:3000',
}

describe('settings', () => {
  test('an empty one counts as unset', () => {
    expect(parseEnv({ ...settings, RESEND_API_KEY: '', LOG_LEVEL: '' })).toMatchObject({ LOG_LEVEL: 'info' })
  })
  test('a wrong one is named in a sentence', () => {
    expect(() => parseEnv({ ...settings, DATABASE_URL: 'localhost' })).toThrow(/DATABASE_URL must look like/)
    expect(() => parseEnv({ ...settings, CARNET_SECRET: 'short' })).toThrow(/at least 32 characters/)
    expect(() => parseEnv({ ...settings, SAGA_BACKOFF_MS: '1000,soon' })).toThrow(/SAGA_BACKOFF_MS/)
  })
  test('half an Inngest is refused where a clinic starts and in production, and elsewhere nobody asks', () => {
    const half = { INNGEST_BASE_URL: 'http://127.0.0.1:8288', INNGEST_EVENT_KEY: 'events' }
    const sentence = /INNGEST_SIGNING_KEY: is missing, and INNGEST_BASE_URL alone/
    expect(() => startEnv(half)).toThrow(sentence)
    expect(() => parseEnv({ ...settings, ...half, NODE_ENV: 'production' })).toThrow(sentence)
    expect(parseEnv({ ...settings, ...half, NODE_ENV: 'test' })).toMatchObject(half)
    expect(parseEnv({ ...settings, NODE_ENV: 'production' })).toMatchObject(settings)
  })
  test('a child finds what we have without what is empty, but for emptied settings, which `.env` must not fill', () => {
    vi.stubEnv('RESEND_API_KEY', '')
    vi.stubEnv('SOMETHING_ELSE', '')
    vi.stubEnv('LOG_LEVEL', 'warn')
    expect(childEnv({ PORT: '4000' })).toMatchObject({ RESEND_API_KEY: '', LOG_LEVEL: 'warn', PORT: '4000' })
    expect(childEnv({})).not.toHaveProperty('SOMETHING_ELSE')
  })
})
