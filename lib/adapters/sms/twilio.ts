import { z } from 'zod'
import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { callHttp, type HttpAnswer } from '@/lib/adapters/http/call-http'
import { retryAfterMs } from '@/lib/adapters/http/retry-after'
import { isOursToMend } from '@/lib/adapters/ours-to-mend'
import { readPhone } from '@/lib/adapters/phone/read-phone'
import type { Call, Send } from '@/lib/adapters/ports'
import { env } from '@/lib/settings/env'
import { twilioCallbackUrl } from './twilio-callback'

/**
 * Sends an SMS by Twilio, which has no idempotency keys: after a call whose outcome nobody knows it is first asked what
 * it has sent. Source: twilio.com/docs/messaging/api/message-resource.
 */
export const sendByTwilio: Send = async ({ to, text }, call) => {
  const number = asNetworksTakeIt(to)
  if (!number) throw new ExternalServiceError('sms', 'address', null)
  const sms = { to: number, text }
  const sid = call.lostSince === null ? undefined : await findSent(sms, call.lostSince, call)
  return sid ?? (await post(sms, call))
}

/** A number that an earlier release kept as it was typed is read now. */
function asNetworksTakeIt(kept: string): string | undefined {
  if (/^\+[1-9]\d{6,14}$/.test(kept)) return kept
  const read = readPhone(kept, env().CLINIC_COUNTRY)
  return read.ok ? read.value.number : undefined
}

type Sms = { to: string; text: string }

const accepted = z.object({ sid: z.string() })

/** An answer of success that cannot be read is success all the same; the id is then not known. */
async function post({ to, text }: Sms, { key, signal }: Call): Promise<string | null> {
  const { from, url, authorization } = account()
  const body = new URLSearchParams({ To: to, From: from, Body: text, ...callback(key) })
  const answer = await callHttp('sms', url, { method: 'POST', headers: { authorization }, body, signal })
  if (!answer.isOk) throw toServiceError(answer)
  return read(accepted, answer.text)?.sid ?? null
}

/** Twilio refuses an SMS whose callback it cannot reach, so a clinic on this machine alone names none. */
function callback(key: string): { StatusCallback?: string } {
  const { CARNET_URL, TWILIO_BASE_URL } = env()
  const isTwilio = new URL(TWILIO_BASE_URL).hostname === 'api.twilio.com'
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(CARNET_URL).hostname)
  return isTwilio && isHere ? {} : { StatusCallback: twilioCallbackUrl(CARNET_URL, key) }
}

const page = z.object({
  messages: z.array(z.object({ sid: z.string(), body: z.string(), status: z.string(), date_created: z.string() })),
  next_page_uri: z.string().startsWith('/').nullish(),
})

const clockSkewMs = 5_000
const notSent = ['failed', 'undelivered', 'canceled']

/**
 * The sid of the same SMS, if it was accepted since then. Asks without Twilio's filter by date: it is by the date of
 * sending, which an SMS that stands in the queue does not have. Throws when the list cannot be read to its end: to send
 * now would be to guess.
 */
async function findSent({ to, text }: Sms, lostSince: string, { signal }: Call): Promise<string | undefined> {
  const { base, url, authorization } = account()
  const since = Date.parse(lostSince) - clockSkewMs
  let next: string | null | undefined = `${url}?${new URLSearchParams({ To: to, PageSize: '1000' })}`
  while (next) {
    const answer: HttpAnswer = await callHttp('sms', next, { method: 'GET', headers: { authorization }, signal })
    const listed = answer.isOk ? read(page, answer.text) : undefined
    if (!listed) throw toProbeError(answer)
    const found = listed.messages.find(
      ({ body, status, date_created }) =>
        body === text && Date.parse(date_created) >= since && !notSent.includes(status),
    )
    if (found) return found.sid
    next = listed.next_page_uri && base + listed.next_page_uri
  }
  return undefined
}

/** Throws when Twilio is not set up. */
function account() {
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token, TWILIO_FROM: from, TWILIO_BASE_URL: base } = env()
  if (!sid || !token || !from) throw new ExternalServiceError('sms', 'permanent', null)
  const authorization = `Basic ${Buffer.from(`${sid}:${token}`).toString('base64')}`
  return { base, from, url: `${base}/2010-04-01/Accounts/${sid}/Messages.json`, authorization }
}

/**
 * What is wrong with the sender, and so with every SMS: none, no number, none of ours, none that can send, one that
 * sends too much. Source: twilio.com/docs/api/errors.
 */
const senderCodes = [21_212, 21_603, 21_606, 21_611, 21_659, 21_660, 21_661]
/** The number is none, none that can exist, or a landline. */
const addressCodes = [21_211, 21_217, 21_401, 21_407, 21_614]
/** Its reader said STOP, or no SMS of ours gets to its network. */
const unreachableCodes = [21_408, 21_610, 21_612]
const refusal = z.object({ code: z.number() })

/** Twilio may have accepted an SMS and failed afterwards. */
function toServiceError({ status, headers, text }: HttpAnswer): ExternalServiceError {
  if (status === 429)
    return new ExternalServiceError('sms', 'rate_limited', 429, retryAfterMs(headers.get('retry-after')))
  const code = read(refusal, text)?.code ?? 0
  if (addressCodes.includes(code)) return new ExternalServiceError('sms', 'address', status)
  if (unreachableCodes.includes(code)) return new ExternalServiceError('sms', 'unreachable', status)
  const isMisset = isOursToMend(status) || senderCodes.includes(code)
  if (isMisset) return new ExternalServiceError('sms', 'transient', status)
  return new ExternalServiceError('sms', status >= 500 || status === 408 ? 'unknown' : 'permanent', status)
}

/** Never permanent: that would say that the earlier call did nothing. */
function toProbeError({ status, headers }: HttpAnswer): ExternalServiceError {
  const kind = status === 429 ? 'rate_limited' : 'transient'
  return new ExternalServiceError('sms', kind, status, retryAfterMs(headers.get('retry-after')))
}

/** Undefined when the text is not JSON, or is something else. */
function read<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | undefined {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
