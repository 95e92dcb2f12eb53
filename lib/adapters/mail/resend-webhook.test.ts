import { expect, test } from 'vitest'
import { resendReport, webhookSecret } from '@/tests/fixtures/webhooks'
import { readResendWebhook } from './resend-webhook'

async function read(type: string, more = {}) {
  const request = resendReport({ home: 'http://localhost:3000', key: 'a:requested:1:patient:0', type, more })
  return readResendWebhook(await request.text(), request.headers, webhookSecret)
}

test.each([
  ['Transient', 'soft_bounced'],
  ['transient', 'soft_bounced'],
  ['Undetermined', 'soft_bounced'],
  ['Permanent', 'bounced'],
  ['permanent', 'bounced'],
  ['SomethingNew', 'bounced'],
])('a bounce of type %s is %s', async (type, delivery) => {
  expect(await read('email.bounced', { bounce: { type, subType: 'General' } })).toMatchObject({ delivery })
  expect(await read('email.bounced', { bounce: { type } })).toMatchObject({ delivery, code: type })
})

test.each([
  ['email.sent', 'sent'],
  ['email.delivery_delayed', 'delayed'],
  ['email.delivered', 'delivered'],
  ['email.opened', 'delivered'],
  ['email.clicked', 'delivered'],
  ['email.failed', 'failed'],
  ['email.suppressed', 'bounced'],
  ['email.bounced', 'bounced'],
  ['email.complained', 'complained'],
])('%s without a reason is %s', async (type, delivery) => {
  expect(await read(type)).toMatchObject({ delivery, code: null })
})

test.each(['email.received', 'email.scheduled', 'contact.updated'])(
  '%s says nothing of a mail of ours',
  async (type) => {
    expect(await read(type)).toBeUndefined()
  },
)
