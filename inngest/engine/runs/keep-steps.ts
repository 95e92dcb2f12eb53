import type { Core } from '@/inngest/engine/core'
import { overflow } from '@/inngest/engine/limits'
import { failRun } from './consequences'
import type { LeasedJob, Op } from './run'

/**
 * Keeps steps that were run and goes on with the same call. False when it is not to go on: the lease was lost, or the
 * run has outgrown its limits and was ended.
 */
export async function keepSteps(core: Core, leasedJob: LeasedJob, ops: readonly Op[]): Promise<boolean> {
  const steps = ops.map((op) => {
    const memo = { data: op.data ?? null }
    return { id: op.id, name: nameOf(op), memo, json: JSON.stringify(memo) }
  })
  const finished = steps.map(({ id, memo, json }) => ({ id, memo, bytes: Buffer.byteLength(json) }))
  const error = overflow(
    leasedJob.run,
    finished.map(({ bytes }) => bytes),
  )
  if (error) return failRun(core, leasedJob, error)
  if (!(await core.journal.keep({ leasedJob, steps }))) return false
  const known = new Set(leasedJob.run.steps.map(({ id }) => id))
  leasedJob.run.steps.push(...finished.filter(({ id }) => !known.has(id)))
  leasedJob.job.attempt = 0
  return true
}

/** Returns what a step is called in the code. */
export function nameOf({ displayName, name, id }: Op): string {
  return displayName ?? name ?? id
}
