import { failRun } from './consequences'
import type { Core } from './core'
import { overflow } from './limits'
import type { Op, Visit } from './run'

/**
 * Keeps steps that were run and goes on with the same call. False when it is not to go on: the lease was lost, or the run
 * has outgrown its limits and was ended.
 */
export async function keepSteps(core: Core, visit: Visit, ops: readonly Op[]): Promise<boolean> {
  const steps = ops.map((op) => {
    const memo = { data: op.data ?? null }
    return { id: op.id, name: nameOf(op), memo, json: JSON.stringify(memo) }
  })
  const finished = steps.map(({ id, memo, json }) => ({ id, memo, bytes: Buffer.byteLength(json) }))
  const error = overflow(
    visit.run,
    finished.map(({ bytes }) => bytes),
  )
  if (error) return failRun(core, visit, error)
  if (!(await core.journal.keep({ visit, steps }))) return false
  const known = new Set(visit.run.steps.map(({ id }) => id))
  visit.run.steps.push(...finished.filter(({ id }) => !known.has(id)))
  visit.job.attempt = 0
  return true
}

/** What a step is called in the code. */
export function nameOf({ displayName, name, id }: Op): string {
  return displayName ?? name ?? id
}
