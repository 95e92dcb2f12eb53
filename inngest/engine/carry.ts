import { applyReply } from './apply-reply'
import { callFunction, type FunctionReply } from './call-function'
import { failRun } from './consequences'
import type { Core } from './core'
import { attemptsOf } from './function-config'
import { errorOf, type Visit } from './run'
import { lockRun, settle } from './settle'
import { appSlot } from './slots'
import { inTransaction } from './transaction'

/** An app that was changed may bring a function back for so long. */
const functionGoneMs = 3_600_000
const goneWaitMs = 5_000
const faultWaitMs = 5_000

/** Does a job that is in hand: ends a sleep or a wait, or calls the function for as long as it has a next step at once. */
export async function carry(core: Core, visit: Visit): Promise<void> {
  try {
    if (visit.job.kind === 'call') while (await callOnce(core, visit));
    else await ring(core, visit)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return void (await failRun(core, visit, refused))
    core.settings.onFault(error)
    await postpone(core, visit, faultWaitMs)
  }
}

/** Calls the function and keeps what it answers. True when it is to be called again at once. */
async function callOnce(core: Core, visit: Visit): Promise<boolean> {
  const { registry, settings, visits } = core
  const registered = registry.find(visit.run.functionId)
  if (!registered || registered.goneAt) return waitForFunction(core, visit, registered?.goneAt)
  const maxAttempts = attemptsOf(registered.config)
  const reply: FunctionReply = await callFunction(visit, registered.url, maxAttempts, settings.signingKey)
  visits.setAway(appSlot(registered.app), reply.kind === 'unreachable')
  if (reply.kind === 'unreachable') return postpone(core, visit, 0)
  return applyReply(core, visit, reply, maxAttempts)
}

/** A sleep is over, or a wait was in vain. */
async function ring(core: Core, visit: Visit): Promise<void> {
  const { job, run, lease } = visit
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
    await settle(core, client, locked, [{ id: job.stepId, op, name, memo }])
  })
  core.visits.look()
}

/** The app no longer has this function: it may be changed back, but not for ever. */
async function waitForFunction(core: Core, visit: Visit, goneAt: Date | null | undefined): Promise<false> {
  const goneForMs = Date.now() - (goneAt?.getTime() ?? 0)
  if (goneForMs < functionGoneMs) return postpone(core, visit, goneWaitMs)
  return failRun(core, visit, errorOf('FunctionGone', 'The app no longer has this function.'))
}

/** Why a database takes something at no time: data it cannot hold (class 22), or more than its limits (class 54). */
function refusalOf(error: unknown) {
  const { code, message } = error as { code?: string; message: string }
  const isForGood = typeof code === 'string' && /^(22|54)/.test(code)
  return isForGood ? errorOf('UnsupportedError', `The embedded engine cannot keep this: ${message}.`) : undefined
}

/** Nothing was tried, so no attempt is counted. */
async function postpone(core: Core, visit: Visit, ms: number): Promise<false> {
  const runAt = new Date(Date.now() + ms)
  await core.journal.postpone({ visit, attempt: visit.job.attempt, runAt })
  core.visits.lookAt(runAt)
  return false
}
