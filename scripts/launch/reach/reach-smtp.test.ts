import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSmtp, type TestSmtp } from '@/tests/fixtures/smtp'
import { wordOnSmtp } from './reach-smtp'

let server: TestSmtp
beforeAll(async () => {
  server = await startTestSmtp()
})
afterAll(() => server.stop())

test('as a clinic starts it is said where mails go, or in one sentence why they wait', async () => {
  expect(await wordOnSmtp(undefined)).toBe('')
  expect(await wordOnSmtp(server.url)).toMatch(/^Mails are sent by 127\.0\.0\.1:\d+\.$/)
  expect(await wordOnSmtp(server.url.replace('pass@', 'wrong@'))).toMatch(
    /^SMTP_URL: \S+ does not let us in \(535\); bookings/,
  )
  await server.stop()
  expect(await wordOnSmtp(server.url)).toMatch(/^SMTP_URL: no mail server answers at \S+; bookings go on/)
})

test('one that answers, and whose certificate or encryption is not as it must be, is not called away', async () => {
  for (const encrypts of ['starttls', 'always'] as const) {
    const guarded = await startTestSmtp(encrypts)
    expect(await wordOnSmtp(guarded.url)).toMatch(
      /^SMTP_URL: 127\.0\.0\.1:\d+ does not show a certificate that is trusted here .*; bookings go on/,
    )
    await guarded.stop()
  }
  const open = await startTestSmtp()
  const noEncryption = /^SMTP_URL: \S+ answers and does not agree to encrypt/
  expect(await wordOnSmtp(open.url.replace('smtp:', 'smtps:'))).toMatch(noEncryption)
  await open.stop()
})

test('one that hangs up before it greets is no mail server', async () => {
  const silent = createServer((socket) => socket.end())
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as { port: number }
  expect(await wordOnSmtp(`smtp://127.0.0.1:${port}`)).toMatch(/^SMTP_URL: no mail server answers/)
  silent.close()
})
