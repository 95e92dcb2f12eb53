import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { readTwilioCallback, twilioCallbackUrl } from './twilio-callback'

const now = '2026-11-24T09:00:00.000Z'

/**
 * The example of Twilio's own documentation ("Validating Requests are coming from Twilio"), made by Twilio and not by
 * us.
 */
const documented = {
  url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
  form: new URLSearchParams({
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  }),
  signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
}

test('Twilio’s own example is taken for Twilio’s, and speaks of no message of ours', () => {
  expect(readTwilioCallback(documented, '12345', now)).toBeUndefined()
})

test('anything else is not: another token, another address, a field more, no signature', () => {
  const { url, form, signature } = documented
  const more = new URLSearchParams([...form, ['MessageStatus', 'delivered']])
  for (const forged of [
    { ...documented, token: '12346' },
    { ...documented, url: `${url}&x=1` },
    { ...documented, form: more },
    { ...documented, signature: '' },
    { ...documented, signature: signature.slice(2) },
  ]) {
    const { token = '12345', ...rest } = forged as typeof documented & { token?: string }
    expect(() => readTwilioCallback(rest, token, now)).toThrow()
  }
})

test('an address carries the key of its message, whatever stands in it', () => {
  const url = twilioCallbackUrl('https://clinic.example', 'a:text_confirmed:2:patient:0 &x')
  expect(new URL(url).searchParams.get('message')).toBe('a:text_confirmed:2:patient:0 &x')
})

test.each([
  ['delivered', '', 'delivered'],
  ['undelivered', '30003', 'soft_bounced'],
  ['undelivered', '30008', 'soft_bounced'],
  ['undelivered', '30005', 'bounced'],
  ['undelivered', '30006', 'bounced'],
  ['undelivered', '', 'bounced'],
  ['failed', '30003', 'failed'],
])('%s with code %s is %s', (MessageStatus, ErrorCode, delivery) => {
  const url = twilioCallbackUrl('https://clinic.example', 'a:text_confirmed:2:patient:0')
  const form = new URLSearchParams({ ErrorCode, MessageSid: 'SM1', MessageStatus })
  const signature = createHmac('sha1', 'a token')
    .update(url + [...form].flat().join(''))
    .digest('base64')
  expect(readTwilioCallback({ url, form, signature }, 'a token', now)).toMatchObject({ delivery })
})
