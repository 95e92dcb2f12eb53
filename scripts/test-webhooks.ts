import { createHmac } from 'node:crypto'
import { keyTag } from '@/lib/adapters/resend'

/** The secret that the tests' Resend signs its reports with. */
export const webhookSecret = `whsec_${Buffer.from('a secret of the tests').toString('base64')}`

type Report = { home: string; key: string; type: string; more?: object; at?: number; secret?: string }

/** What Resend posts about the mail with this key, signed as Standard Webhooks says (standardwebhooks.com): id, time, body. */
export function resendReport({ home, key, type, more = {}, at = Date.now(), secret = webhookSecret }: Report): Request {
  const tags = { [keyTag.name]: keyTag.write(key) }
  const data = { email_id: 'mail-1', from: 'c@clinic.example', to: ['a@example.org'], tags, ...more }
  const body = JSON.stringify({ type, created_at: new Date(at).toISOString(), data })
  const [id, time] = ['msg_1', String(Math.floor(at / 1000))]
  const signer = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
  const signature = signer.update(`${id}.${time}.${body}`).digest('base64')
  const headers = { 'svix-id': id, 'svix-timestamp': time, 'svix-signature': `v1,${signature}` }
  return new Request(new URL('/api/webhooks/resend', home), { method: 'POST', body, headers })
}
