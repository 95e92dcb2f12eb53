import type { Core } from './core'
import { attemptsOf } from './functions/function-config'
import { callFunction, type FunctionReply } from './http/call-function'
import { appPermit } from './permits'
import { applyReply } from './runs/apply-reply'
import { failRun } from './runs/consequences'
import { finishSteps, lockRun } from './runs/finish-steps'
import { errorOf, type LeasedJob } from './runs/run'
import { hourMs } from './time'
import { inTransaction } from './transaction'

/** An app that was changed may bring a function back for so long. */
const functionGoneMs = hourMs
const goneWaitMs = 5_000
const faultWaitMs = 5_000

/**
 * Does a job that is in hand: ends a sleep or a wait, or calls the function for as long as it has a next step at once.
 */
export async function carry(core: Core, leasedJob: LeasedJob): Promise<void> {
  try {
    if (leasedJob.job.kind === 'call') while (await callOnce(core, leasedJob));
    else await ring(core, leasedJob)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return void (await failRun(core, leasedJob, refused))
    core.settings.onFault(error)
    await postpone(core, leasedJob, faultWaitMs)
  }
}

/** Calls the function and keeps what it answers. True when it is to be called again at once. */
async function callOnce(core: Core, leasedJob: LeasedJob): Promise<boolean> {
  const { registry, settings, jobs } = core
  const registered = registry.find(leasedJob.run.functionId)
  if (!registered || registered.goneAt) return waitForFunction(core, leasedJob, registered?.goneAt)
  const maxAttempts = attemptsOf(registered.config)
  const reply: FunctionReply = await callFunction(leasedJob, registered.url, maxAttempts, settings.signingKey)
  jobs.setAway(appPermit(registered.app), reply.kind === 'unreachable')
  if (reply.kind === 'unreachable') return postpone(core, leasedJob, 0)
  return applyReply(core, leasedJob, reply, maxAttempts)
}

/** A sleep is over, or a wait was in vain. */
async function ring(core: Core, leasedJob: LeasedJob): Promise<void> {
  const { job, run, lease } = leasedJob
  await inTransaction(core.pool, async (client) => {
    const held = await client.query('delete from engine.job where key = $1 and lease = $2', [job.key, lease])
    const locked = held.rowCount === 1 && (await lockRun(client, run.id))
    if (!locked || !job.stepId) return
    const { rows } = await client.query('select op, name from engine.step where run_id = $1 and id = $2', [
      run.id,
      job.stepId,
    ])
    const { op, name } = rows[0] ?? { op: 'Sleep', name: '' }
    const late = errorOf('InngestErrInvokeTimeout', 'The invoked function did not end in time.')
    const memo = op === 'InvokeFunction' ? { error: late } : { data: null }
    await finishSteps(core, client, locked, [{ id: job.stepId, op, name, memo }])
  })
  core.jobs.look()
}

/** The app no longer has this function: it may be changed back, but not for ever. */
async function waitForFunction(core: Core, leasedJob: LeasedJob, goneAt: Date | null | undefined): Promise<false> {
  const goneForMs = Date.now() - (goneAt?.getTime() ?? 0)
  if (goneForMs < functionGoneMs) return postpone(core, leasedJob, goneWaitMs)
  return failRun(core, leasedJob, errorOf('FunctionGone', 'The app no longer has this function.'))
}

/**
 * Returns why a database takes something at no time: data it cannot hold (class 22), or more than its limits (class
 * 54).
 */
function refusalOf(error: unknown) {
  const { code, message } = error as { code?: string; message: string }
  const isForGood = typeof code === 'string' && /^(22|54)/.test(code)
  return isForGood ? errorOf('UnsupportedError', `The embedded engine cannot keep this: ${message}.`) : undefined
}

/** Nothing was tried, so no attempt is counted. */
async function postpone(core: Core, leasedJob: LeasedJob, ms: number): Promise<false> {
  const runAt = new Date(Date.now() + ms)
  await core.journal.postpone({ leasedJob, attempt: leasedJob.job.attempt, runAt })
  core.jobs.lookAt(runAt)
  return false
}
