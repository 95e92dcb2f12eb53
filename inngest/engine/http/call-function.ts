import { randomUUID } from 'node:crypto'
import canonicalize from 'canonicalize'
import { limits } from '@/inngest/engine/limits'
import type { Event, FinishedStep, LeasedJob } from '@/inngest/engine/runs/run'
import { hourMs } from '../time'
import { post } from './post'
import { isSigned, sign } from './signature'

/**
 * What the SDK answered. `unreachable`: nobody listens, or the keys do not match yet. `broken`: it began and broke off.
 */
export type FunctionReply =
  | { kind: 'unreachable' | 'broken' | 'too-large' }
  | { kind: 'answered'; status: number; body: unknown; version: number; isFinal: boolean; retryAfter: string | null }

const callTimeoutMs = 2 * hourMs

/**
 * Calls a function over the SDK's own protocol, signed. Some of its servers parse a body before its signature is
 * checked, so the body is canonical (RFC 8785), as the real server's is. `fn_id` in the context makes the SDK run step
 * after step and report each to `/v1/checkpoint`; `qi_id` comes back with each report and is the lease.
 */
export async function callFunction(
  leasedJob: LeasedJob,
  functionUrl: string,
  maxAttempts: number,
  signingKey: string,
): Promise<FunctionReply> {
  const { run, job, lease } = leasedJob
  const body = bodyOf(leasedJob, maxAttempts)
  const url = new URL(functionUrl)
  url.searchParams.set('stepId', job.stepId ?? 'step')
  const headers = {
    'x-inngest-signature': sign(body, signingKey, new Date()),
    'x-inngest-req-version': String(run.version),
    'x-inngest-generation-id': String(job.attempt),
    'x-inngest-job-id': lease,
    'x-run-id': run.id,
    'x-request-id': randomUUID(),
  }
  const maxBytes = 2 * limits.body
  const answer = await post({ url, method: 'POST', body, headers, timeoutMs: callTimeoutMs, maxBytes })
  if (answer.kind === 'refused') return { kind: 'unreachable' }
  if (answer.kind !== 'answered') return { kind: answer.kind }
  const { status, headers: found, text } = answer
  const one = (name: string) => found[name]?.toString()
  const isTheirs = one('x-inngest-sdk') && isSigned(text, one('x-inngest-signature'), signingKey, new Date())
  if (!isTheirs) return { kind: 'unreachable' }
  const noRetry = one('x-inngest-no-retry')
  return {
    kind: 'answered',
    status,
    body: parse(text),
    version: Number(one('x-inngest-req-version') ?? run.version),
    isFinal: noRetry ? noRetry === 'true' : status >= 400 && status < 500,
    retryAfter: one('retry-after') ?? null,
  }
}

/** Returns the steps of a run in the shape in which the SDK reads them. */
export function stepsById(steps: readonly FinishedStep[]): Record<string, unknown> {
  return Object.fromEntries(steps.map(({ id, memo }) => [id, memo]))
}

/** Above the limit the SDK is told to fetch the steps and the event by itself. */
function bodyOf({ run, job, lease }: LeasedJob, maxAttempts: number): string {
  const stack = run.steps.map(({ id }) => id)
  const ctx = {
    run_id: run.id,
    fn_id: run.functionId,
    qi_id: lease,
    attempt: job.attempt,
    max_attempts: maxAttempts,
    disable_immediate_execution: run.isPlanning,
    step_id: job.stepId ?? 'step',
    stack: { stack, current: stack.length },
  }
  const build = (events: Event[], steps: Record<string, unknown>, isLarge: boolean) =>
    canonicalize({
      version: run.version,
      event: run.event,
      events,
      steps,
      use_api: isLarge,
      ctx: { ...ctx, use_api: isLarge },
    }) ?? ''
  const whole = build([run.event], stepsById(run.steps), false)
  return Buffer.byteLength(whole) <= limits.body ? whole : build([], {}, true)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
