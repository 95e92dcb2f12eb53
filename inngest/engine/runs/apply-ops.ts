import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Core } from '@/inngest/engine/core'
import { wakeTime } from '@/inngest/engine/durations'
import { overflow } from '@/inngest/engine/limits'
import { finish } from './consequences'
import { begin, enqueue, finishSteps, type LockedRun, planBeside } from './finish-steps'
import { startRuns } from './journal'
import { nameOf } from './keep-steps'
import { newRun } from './new-run'
import { errorOf, type LeasedJob, type Memo, type Op } from './run'

/** What a function asked for and does not stop for: others may be under way beside it. */
const pending = ['StepPlanned', 'Sleep', 'WaitForEvent', 'InvokeFunction']

/** Does, within a transaction, what a function asked for; the job that called it is done. */
export async function applyOps(
  core: Core,
  client: PoolClient,
  run: LockedRun,
  leasedJob: LeasedJob,
  ops: readonly Op[],
): Promise<void> {
  const memos = ops.map((op) => ({ op, memo: memoOf(op) }))
  const refused = refusalOf(leasedJob, memos)
  if (refused) return finish(core, client, run, 'Failed', refused)
  const begun: Op[] = []
  for (const op of ops.filter((op) => pending.includes(op.op))) {
    const isRace = op.opts?.parallelMode === 'race'
    if (await begin(client, run.id, { id: op.id, op: op.op, name: nameOf(op), isRace })) begun.push(op)
  }
  await planBeside(client, run.id)
  for (const op of begun) await beginOp(core, client, run, op)
  const attempts = leasedJob.job.attempt + 1
  const settled = memos.flatMap(({ op, memo }) =>
    memo ? [{ id: op.id, op: op.op, name: nameOf(op), memo, attempts }] : [],
  )
  await finishSteps(core, client, run, settled)
  const complete = ops.find(({ op }) => op === 'RunComplete')
  if (complete) await finish(core, client, run, 'Completed', complete.data)
}

/** Returns what a step came to, when the answer already says. */
function memoOf({ op, data, error }: Op): Memo | undefined {
  if (op === 'StepRun' || op === 'Step') return { data: data ?? null }
  if (op === 'StepError' || op === 'StepFailed') return { error }
  return undefined
}

/** Returns the error that ends a run which asks for what cannot be done. */
function refusalOf({ run }: LeasedJob, memos: readonly { op: Op; memo: Memo | undefined }[]) {
  const known = [...pending, 'RunComplete']
  const unknown = memos.find(({ op, memo }) => !memo && !known.includes(op.op))
  if (unknown) return errorOf('UnsupportedError', `The embedded engine does not support "${unknown.op.op}".`)
  const wrong = memos.map(({ op }) => timeOf(op)).find((time) => typeof time === 'string')
  if (wrong) return errorOf('TypeError', wrong)
  return overflow(
    run,
    memos.flatMap(({ memo }) => (memo ? [Buffer.byteLength(JSON.stringify(memo))] : [])),
  )
}

/** Returns when a sleep or a wait ends, or the sentence that says why it cannot be told. */
function timeOf({ op, name, opts }: Op): Date | string | undefined {
  const text = op === 'Sleep' ? name : opts?.timeout
  if (!text) return undefined
  try {
    return wakeTime(text, new Date())
  } catch (error) {
    return (error as Error).message
  }
}

async function beginOp(core: Core, client: PoolClient, run: LockedRun, op: Op): Promise<void> {
  const until = timeOf(op)
  if (op.op === 'StepPlanned') {
    const job = { key: `${run.id}:call:${op.id}`, kind: 'call' as const, stepId: op.id }
    return enqueue(core, client, run, job, new Date())
  }
  if (op.op === 'WaitForEvent') {
    const eventName = op.name ?? ''
    core.registry.await(eventName)
    await client.query('insert into engine.wait (run_id, step_id, event_name, expression) values ($1, $2, $3, $4)', [
      run.id,
      op.id,
      eventName,
      op.opts?.if ?? null,
    ])
  }
  if (op.op === 'InvokeFunction' && !(await invoke(core, client, run, op))) return
  const kind = op.op === 'Sleep' ? ('sleep' as const) : ('timeout' as const)
  if (until instanceof Date)
    await enqueue(core, client, run, { key: `${run.id}:${kind}:${op.id}`, kind, stepId: op.id }, until)
}

/** Starts the run that a step waits for. False when there is no such function: the step has failed. */
async function invoke(core: Core, client: PoolClient, run: LockedRun, op: Op): Promise<boolean> {
  const { function_id: functionId = '', payload } = op.opts ?? {}
  const registered = core.registry.find(functionId)
  if (!registered || registered.goneAt) {
    const error = errorOf('InngestErrFunctionNotFound', `There is no function "${functionId}".`)
    await finishSteps(core, client, run, [{ id: op.id, op: op.op, name: nameOf(op), memo: { error } }])
    return false
  }
  const now = new Date()
  const event = {
    id: randomUUID(),
    name: 'inngest/function.invoked',
    data: payload?.data ?? {},
    ts: now.getTime(),
    user: {},
  }
  const invoked = newRun(registered, event, now, { runId: run.id, stepId: op.id })
  await startRuns(client, [{ events: [event], runs: [invoked] }], now)
  return true
}
