import type { Core } from '@/inngest/engine/core'
import { retryTime } from '@/inngest/engine/durations'
import type { FunctionReply } from '@/inngest/engine/http/call-function'
import { limits } from '@/inngest/engine/limits'
import { inTransaction } from '@/inngest/engine/transaction'
import { applyOps } from './apply-ops'
import { finish, isAwaited } from './consequences'
import { lockRun } from './finish-steps'
import { keepSteps } from './keep-steps'
import { errorOf, type LeasedJob, type Op } from './run'

type Heard = Exclude<FunctionReply, { kind: 'unreachable' }>

/** A call that broke off waits less than one that failed: the app was probably started anew. */
const brokenIntervalMs = 1_000

/** Keeps what a call came to. True when the same function is to be called again at once, on the same lease. */
export async function applyReply(
  core: Core,
  leasedJob: LeasedJob,
  reply: Heard,
  maxAttempts: number,
): Promise<boolean> {
  const { run, job } = leasedJob
  const ops = opsOf(reply)
  const output = outputOf(reply, ops)
  if (output && !run.isInvoked && !isAwaited(core)) {
    await core.journal.complete({ leasedJob, output: output.data })
    return false
  }
  if (reply.kind === 'answered') run.version = reply.version
  if (!job.stepId && ops.length > 0 && ops.every(goesOn)) return keepSteps(core, leasedJob, ops.filter(isRun))
  if (mayRetry(reply, ops) && job.attempt + 1 < maxAttempts) {
    const runAt = nextTry(core, leasedJob, reply)
    await core.journal.postpone({ leasedJob, attempt: job.attempt + 1, runAt })
    core.jobs.lookAt(runAt)
    return false
  }
  await inTransaction(core.pool, async (client) => {
    const locked = await lockRun(client, run.id)
    const held = await client.query('delete from engine.job where key = $1 and lease = $2', [job.key, leasedJob.lease])
    if (!locked || held.rowCount === 0) return
    await client.query('update engine.run set version = $2 where id = $1', [run.id, run.version])
    if (output) await finish(core, client, locked, 'Completed', output.data)
    else if (ops.length === 0) await finish(core, client, locked, 'Failed', failureOf(reply))
    else await applyOps(core, client, locked, leasedJob, ops)
  })
  core.jobs.look()
  return false
}

function opsOf(reply: Heard): Op[] {
  if (reply.kind !== 'answered' || reply.status !== 206) return []
  return (Array.isArray(reply.body) ? reply.body : [reply.body]) as Op[]
}

/** Steps that were run, or the wish to be called again: nothing else is under way. */
function goesOn(op: Op): boolean {
  return isRun(op) || op.op === 'DiscoveryRequest'
}

function isRun({ op }: Op): boolean {
  return op === 'StepRun' || op === 'Step'
}

/** Returns what the function returned, when it did and nothing else is to be kept. */
function outputOf(reply: Heard, ops: readonly Op[]): { data: unknown } | undefined {
  if (reply.kind !== 'answered') return undefined
  if (reply.status === 200) return { data: reply.body }
  const [only, ...others] = ops
  return only?.op === 'RunComplete' && others.length === 0 ? { data: only.data } : undefined
}

/** Returns whether a step, or the code around the steps, failed in a way that may pass. */
function mayRetry(reply: Heard, ops: readonly Op[]): boolean {
  if (reply.kind !== 'answered') return reply.kind === 'broken'
  return !reply.isFinal && (ops.length === 0 || ops.some(({ op }) => op === 'StepError'))
}

function nextTry(core: Core, { job }: LeasedJob, reply: Heard): Date {
  const retryAfter = reply.kind === 'answered' ? reply.retryAfter : null
  const intervalMs = reply.kind === 'broken' ? brokenIntervalMs : core.settings.retryIntervalMs
  return retryTime({ attempt: job.attempt, retryAfter, intervalMs }, new Date())
}

function failureOf(reply: Heard): unknown {
  if (reply.kind === 'answered') return reply.body
  if (reply.kind === 'broken') return errorOf('ConnectionLost', 'The app broke off each time the function was called.')
  return errorOf('output_too_large', `The function came to more than ${limits.body} bytes.`)
}
