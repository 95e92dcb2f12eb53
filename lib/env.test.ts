import { describe, expect, test } from 'vitest'
import { parseEnv } from './env'

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
})
