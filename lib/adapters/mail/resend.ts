import { type ErrorResponse, Resend } from 'resend'
import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { retryAfterMs } from '@/lib/adapters/http/retry-after'
import { isOursToMend } from '@/lib/adapters/ours-to-mend'
import type { Send } from '@/lib/adapters/ports'
import { icsName } from '@/lib/ics/ics-name'
import { icsType } from '@/lib/ics/ics-type'
import { env } from '@/lib/settings/env'
import { automatic } from './automatic'

/**
 * Sends by Resend. Its idempotency keys live 24 hours: within them a repeat is the same mail. A conflict on our own key
 * means that an earlier attempt was accepted. Source: resend.com/docs, "Idempotency Keys" and "Errors".
 */
export const sendByResend: Send = async ({ to, subject, text, html, ics }, { key, signal }) => {
  const { RESEND_API_KEY, RESEND_BASE_URL, MAIL_FROM } = env()
  const resend = new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {})
  const attachments = ics
    ? [{ filename: icsName(ics), content: Buffer.from(ics).toString('base64'), contentType: icsType(ics) }]
    : []
  const tags = [{ name: keyTag.name, value: keyTag.write(key) }]
  const mail = { from: MAIL_FROM, to, subject, text, ...(html ? { html } : {}), attachments, tags, headers: automatic }
  const { data, error, headers } = await resend.emails.send(mail, { idempotencyKey: key, signal })
  if (data) return data.id
  if (error.name === 'invalid_idempotent_request') return null
  throw toServiceError(error, headers?.['retry-after'])
}

/**
 * By which Resend's reports name our message. A tag may hold letters, figures, dashes and underscores, and no colon.
 */
export const keyTag = {
  name: 'message',
  write: (key: string) => Buffer.from(key).toString('base64url'),
  read: (tag: string) => Buffer.from(tag, 'base64url').toString(),
}

/** Resend has no name of its own for it: "Invalid `to` field. The email address needs to follow the … format." */
const aboutRecipient = /`to`/

/**
 * Resend never throws when there is no answer: it returns an error without a status and keeps the reason to itself,
 * so a refused connection cannot be told from a lost answer. A failure that something before Resend reports has none
 * either.
 */
function toServiceError(
  { statusCode, name, message }: ErrorResponse,
  retryAfter: string | undefined,
): ExternalServiceError {
  if (typeof statusCode !== 'number') return new ExternalServiceError('mail', 'unknown', null)
  if (statusCode === 429) return new ExternalServiceError('mail', 'rate_limited', 429, retryAfterMs(retryAfter))
  const isMisset = isOursToMend(statusCode) || name === 'invalid_from_address'
  const isBusy = statusCode === 503 || name === 'concurrent_idempotent_requests'
  if (isBusy || isMisset) return new ExternalServiceError('mail', 'transient', statusCode)
  if (/^invalid|^validation/.test(name) && aboutRecipient.test(message)) {
    return new ExternalServiceError('mail', 'address', statusCode)
  }
  const mayBeDone = statusCode >= 500 || statusCode === 408
  return new ExternalServiceError('mail', mayBeDone ? 'unknown' : 'permanent', statusCode)
}
