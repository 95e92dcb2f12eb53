import { afterEach, describe, expect, test, vi } from 'vitest'
import { hourMs } from '@/lib/domain/time'
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
  test('a service that is half set, set twice or set wrong is named as the clinic starts', () => {
    const wrong: [given: Record<string, string>, sentence: RegExp][] = [
      [
        { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_FROM: '+33199000142' },
        /TWILIO_AUTH_TOKEN: is missing, and TWILIO_ACCOUNT_SID/,
      ],
      [{ TWILIO_FROM: '01 99 00 01 42' }, /TWILIO_FROM: must be a number such as/],
      [{ TWILIO_FROM: '33199000142' }, /TWILIO_FROM: must be a number such as/],
      [{ TWILIO_FROM: '0199000142' }, /TWILIO_FROM: must be a number such as/],
      [{ TWILIO_BASE_URL: 'ftp://api.twilio.com' }, /TWILIO_BASE_URL: must be an address such as https:/],
      [{ RESEND_BASE_URL: 'api.resend.com:443' }, /RESEND_BASE_URL: must be an address such as https:/],
      [{ RESEND_API_KEY: 're_1' }, /MAIL_FROM: must be an address of your own, since RESEND_API_KEY is set/],
      [{ SMTP_URL: 'smtp://mail.example' }, /MAIL_FROM: must be an address of your own, since SMTP_URL is set/],
      [{ RESEND_API_KEY: 're_1', SMTP_URL: 'smtp://mail.example' }, /SMTP_URL: is set beside RESEND_API_KEY/],
      [{ RESEND_WEBHOOK_SECRET: 'whsec_1' }, /RESEND_WEBHOOK_SECRET: is set without RESEND_API_KEY/],
      [{ RESEND_API_KEY: 'sk_1' }, /RESEND_API_KEY: must start with re_/],
      [{ SMTP_URL: 'mail.example:25' }, /SMTP_URL: must look like smtp:/],
      [{ SMTP_URL: 'smtp:mail.example' }, /SMTP_URL: must look like smtp:/],
      [{ SMTP_URL: 'smtp://me:100%sure@mail.example' }, /SMTP_URL: must write a % in its password as %25/],
      [{ MAIL_FROM: 'Carnet' }, /MAIL_FROM: must look like/],
    ]
    for (const [given, sentence] of wrong) {
      expect(() => startEnv(given)).toThrow(sentence)
      expect(() => parseEnv({ ...settings, ...given })).toThrow(sentence)
    }
    const right = { SMTP_URL: 'smtps://me:p%40ss@mail.example', MAIL_FROM: 'carnet@lilas.example' }
    expect(startEnv(right)).toMatchObject(right)
    expect(startEnv({}).MAIL_FROM).toBe('Carnet <carnet@clinic.example>')
  })
  test('the demo is never shown to other machines unasked', () => {
    expect(startEnv({}).CARNET_DEMO).toBe('on')
    expect(startEnv({ HOST: '127.0.0.2' }).CARNET_DEMO).toBe('on')
    for (const HOST of ['0.0.0.0', '::', '192.0.2.7']) {
      expect(() => startEnv({ HOST })).toThrow(/CARNET_DEMO: must be said where other machines reach this one/)
      for (const CARNET_DEMO of ['on', 'off']) expect(startEnv({ HOST, CARNET_DEMO })).toMatchObject({ CARNET_DEMO })
    }
  })
  test.each(['+33199000142', '38123', 'Lilas', 'Lilas 75'])('SMS may come from %s', (TWILIO_FROM) => {
    const twilio = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token', TWILIO_FROM }
    expect(startEnv(twilio)).toMatchObject(twilio)
  })
  test('no booking waits so long for a doctor’s own calendar that it would be undone', () => {
    const long = { ...settings, OWN_CALENDAR_PATIENCE_MS: String(24 * hourMs) }
    expect(() => parseEnv(long)).toThrow(/OWN_CALENDAR_PATIENCE_MS: must be at most 12 hours/)
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
