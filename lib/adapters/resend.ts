import { type ErrorResponse, Resend } from 'resend'
import { env } from '@/lib/env'
import { ExternalServiceError } from './external-service-error'
import type { Send } from './ports'

/**
 * Sends by Resend. Its idempotency keys live 24 hours: within them a repeat is the same mail. A conflict on our own key
 * means that an earlier attempt was accepted. Source: resend.com/docs, "Idempotency Keys" and "Errors".
 */
export const sendByResend: Send = async ({ to, subject, text, html, ics }, { key, signal }) => {
  const { RESEND_API_KEY, RESEND_BASE_URL, MAIL_FROM } = env()
  const resend = new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {})
  const attachments = ics
    ? [{ filename: 'visit.ics', content: Buffer.from(ics).toString('base64'), contentType: 'text/calendar' }]
    : []
  const mail = { from: MAIL_FROM, to, subject, text, ...(html ? { html } : {}), attachments }
  const { data, error, headers } = await resend.emails.send(mail, { idempotencyKey: key, signal })
  if (data) return data.id
  if (error.name === 'invalid_idempotent_request') return null
  throw toServiceError(error, headers?.['retry-after'])
}

/** Resend never throws on network errors: it answers with an error whose status is null. */
function toServiceError({ statusCode, name }: ErrorResponse, retryAfter: string | undefined): ExternalServiceError {
  if (statusCode === null) return new ExternalServiceError('mail', 'unknown', null)
  if (statusCode === 429) return new ExternalServiceError('mail', 'rate_limited', 429, milliseconds(retryAfter))
  const isPassing = statusCode >= 500 || statusCode === 408 || name === 'concurrent_idempotent_requests'
  return new ExternalServiceError('mail', isPassing ? 'transient' : 'permanent', statusCode)
}

/** `retry-after` in seconds; undefined when it is missing or a date. */
function milliseconds(retryAfter: string | undefined): number | undefined {
  const seconds = Number(retryAfter)
  return Number.isFinite(seconds) ? seconds * 1000 : undefined
}
