import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordOnSmtp } from './reach-smtp'
import { startTestSmtp, type TestSmtp } from './test-smtp'

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
