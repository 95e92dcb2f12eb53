import { randomUUID } from 'node:crypto'
import canonicalize from 'canonicalize'
import { sign } from './signature'

/** One call of a function: where it stands, and what it has already done. */
export type FunctionCall = {
  url: string
  runId: string
  event: unknown
  version: number
  attempt: number
  maxAttempts: number
  /** Finished steps in the order they finished. */
  steps: readonly { id: string; memo: unknown }[]
}

/** What the SDK answered. `unreachable`: nothing listens, the call broke off, or the keys do not match yet. */
export type FunctionReply =
  | { unreachable: true }
  | { unreachable: false; status: number; body: unknown; version: number; isFinal: boolean; retryAfter: string | null }

const callTimeoutMs = 120_000

/**
 * Calls a function over the SDK's own protocol, signed. Some of its servers parse a body before its signature is checked,
 * so the body is canonical (RFC 8785), as the real server's is. `fn_id` is left out of the context on purpose: without it the
 * SDK answers after each step instead of reporting checkpoints.
 */
export async function callFunction(call: FunctionCall, signingKey: string): Promise<FunctionReply> {
  const body = canonicalize(toBody(call)) ?? ''
  const url = new URL(call.url)
  url.searchParams.set('stepId', 'step')
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(callTimeoutMs),
      headers: {
        'content-type': 'application/json',
        'x-inngest-signature': sign(body, signingKey, new Date()),
        'x-inngest-req-version': String(call.version),
        'x-run-id': call.runId,
        'x-request-id': randomUUID(),
      },
    })
    const text = await response.text()
    const noRetry = response.headers.get('x-inngest-no-retry')
    const isOurs = response.headers.has('x-inngest-sdk') && response.status !== 401
    if (!isOurs) return { unreachable: true }
    return {
      unreachable: false,
      status: response.status,
      body: parse(text),
      version: Number(response.headers.get('x-inngest-req-version') ?? call.version),
      isFinal: noRetry ? noRetry === 'true' : response.status >= 400 && response.status < 500,
      retryAfter: response.headers.get('retry-after'),
    }
  } catch {
    return { unreachable: true }
  }
}

function toBody({ runId, event, version, attempt, maxAttempts, steps }: FunctionCall) {
  const stack = steps.map(({ id }) => id)
  return {
    version,
    event,
    events: [event],
    steps: Object.fromEntries(steps.map(({ id, memo }) => [id, memo])),
    use_api: false,
    ctx: {
      run_id: runId,
      attempt,
      max_attempts: maxAttempts,
      disable_immediate_execution: false,
      use_api: false,
      step_id: 'step',
      stack: { stack, current: stack.length },
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
