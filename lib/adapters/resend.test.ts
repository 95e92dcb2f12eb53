import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestResend } from '@/scripts/test-resend'
import { ExternalServiceError } from './external-service-error'
import { sendByResend } from './resend'

let resend: Awaited<ReturnType<typeof startTestResend>>
beforeAll(async () => {
  resend = await startTestResend()
  Object.assign(process.env, { RESEND_API_KEY: 're_test', RESEND_BASE_URL: resend.url })
})
afterAll(() => resend.stop())

const mail = { to: 'amina@example.org', subject: 'Confirmé', text: 'À demain.', html: null, ics: 'BEGIN:VCALENDAR' }
let keys = 0
const newKey = () => `key-${++keys}`
const send = (key: string, change = {}, ms = 2_000) =>
  sendByResend({ ...mail, ...change }, { key, signal: AbortSignal.timeout(ms) })
const failure = async (sending: Promise<unknown>) => {
  const error = await sending.then(
    () => undefined,
    (one) => one,
  )
  expect(error).toBeInstanceOf(ExternalServiceError)
  return { ...(error as ExternalServiceError).failure, retryAfterMs: (error as ExternalServiceError).retryAfterMs }
}

test('a mail is accepted with its invitation, and repeated by its key it is the same mail', async () => {
  const key = newKey()
  const id = await send(key)
  expect(await send(key)).toBe(id)
  const [accepted] = resend.mails().filter((one) => one.key === key)
  expect(accepted).toMatchObject({
    to: 'amina@example.org',
    subject: 'Confirmé',
    attachments: [{ filename: 'visit.ics' }],
  })
  expect(resend.mails().filter((one) => one.key === key)).toHaveLength(1)
})

test('a conflict on our own key means that it was accepted before', async () => {
  const key = newKey()
  await send(key)
  expect(await send(key, { text: 'Autre chose.' })).toBeNull()
})

test('each way to fail has its kind', async () => {
  resend.misbehave({ status: 429, name: 'rate_limit_exceeded', retryAfter: 3 })
  expect(await failure(send(newKey()))).toMatchObject({ kind: 'rate_limited', status: 429, retryAfterMs: 3_000 })
  resend.misbehave({ status: 500, name: 'internal_server_error' })
  expect(await failure(send(newKey()))).toMatchObject({ kind: 'transient', status: 500 })
  resend.misbehave({ status: 422, name: 'validation_error' })
  expect(await failure(send(newKey()))).toMatchObject({ kind: 'permanent', status: 422 })
  resend.misbehave({ status: 409, name: 'concurrent_idempotent_requests' })
  expect(await failure(send(newKey()))).toMatchObject({ kind: 'transient', status: 409 })
})

test('an answer that does not come leaves the outcome unknown, and the repeat sends nothing twice', async () => {
  for (const how of ['hang', 'lose-answer'] as const) {
    const key = newKey()
    resend.misbehave(how)
    expect(await failure(send(key, {}, 300))).toMatchObject({ kind: 'unknown', status: null })
    await send(key)
    expect(resend.mails().filter((one) => one.key === key)).toHaveLength(1)
  }
})
