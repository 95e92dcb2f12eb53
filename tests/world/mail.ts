import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { LedgerEntry, MailDetails } from './ledger-entry'
import { type Asked, json, type Outcome, type OutsideService } from './outside-service'

const sendable = z.object({
  from: z.string(),
  to: z.union([z.string(), z.array(z.string()).min(1)]).transform((to) => [to].flat().join(', ')),
  subject: z.string(),
  text: z.string().default(''),
  headers: z.record(z.string(), z.string()).default({}),
  attachments: z.array(z.object({ filename: z.string() })).default([]),
})

/**
 * Resend: the same key and body is the same mail, the same key and another body is refused.
 * Source: resend.com/docs, "Idempotency Keys" and "Errors".
 */
export const mail: OutsideService = {
  refusal: 422,
  misset: json(422, { statusCode: 422, name: 'invalid_from_address', message: 'no' }),
  badAddress: json(422, {
    statusCode: 422,
    name: 'validation_error',
    message: 'Invalid `to` field. The email address needs to follow the `email@example.com` format.',
  }),
  failure: (status) => json(status, { statusCode: status, name: names[status] ?? 'application_error', message: 'no' }),
  understand({ method, path, header, body }) {
    if (method !== 'POST' || path !== '/emails') return mail.failure(404)
    if (!header('authorization')?.startsWith('Bearer ')) return mail.failure(401)
    const wanted = sendable.safeParse(parseJson(body))
    if (!wanted.success) return mail.failure(422)
    const { to, subject, text, headers, attachments } = wanted.data
    const digest = createHash('sha256').update(body).digest('hex')
    const files = attachments.map(({ filename }) => filename)
    return asked(header('idempotency-key') ?? '', { to, subject, text, headers, attachments: files, digest, id: null })
  },
}

const names: Record<number, string> = {
  401: 'missing_api_key',
  404: 'not_found',
  409: 'concurrent_idempotent_requests',
  422: 'validation_error',
  429: 'rate_limit_exceeded',
  500: 'internal_server_error',
}

function asked(key: string, details: MailDetails): Asked {
  const call = { service: 'mail', operation: 'send', details } as const
  return { call, key, texts: [details.to, details.subject, details.text], perform: (past) => send(past, key, details) }
}

function send(past: readonly LedgerEntry[], key: string, details: MailDetails): Outcome {
  const before = key ? acceptedUnder(past, key) : undefined
  const call = { service: 'mail', operation: 'send', details } as const
  if (before && before.digest !== details.digest) {
    const conflict = { statusCode: 409, name: 'invalid_idempotent_request', message: 'another body' }
    return { call, applied: false, repeated: false, answer: json(409, conflict) }
  }
  const id = before?.id ?? randomUUID()
  const isNew = before === undefined
  return { call: { ...call, details: { ...details, id } }, applied: isNew, repeated: !isNew, answer: json(200, { id }) }
}

function acceptedUnder(past: readonly LedgerEntry[], key: string): MailDetails | undefined {
  for (const entry of past) if (entry.service === 'mail' && entry.applied && entry.key === key) return entry.details
  return undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
