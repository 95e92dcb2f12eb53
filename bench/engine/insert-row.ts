import pg from 'pg'
import { connectionTo } from '@/lib/db/connection'
import { stepCount } from './task'

/** The pool that the step bodies of every peer use. */
export const pool = new pg.Pool({ ...connectionTo(process.env.DATABASE_URL ?? ''), max: 10 })

/** When the last row of a workflow was committed, by the process's own clock. */
export const lastRowAt = new Map<string, number>()

let held: Promise<void> | undefined

/** Lets no step go on until the answer is called. */
export function holdSteps(): () => void {
  let letGo = () => {}
  held = new Promise((resolve) => {
    letGo = resolve
  })
  return letGo
}

/** The body of a step, the same for every peer: one row, in a transaction of its own. */
export async function insertRow(workflow: string, step: number): Promise<void> {
  await held
  const text = 'insert into bench_row (workflow, step) values ($1, $2)'
  await pool.query({ name: 'insert-row', text, values: [workflow, step] })
  if (step === stepCount) lastRowAt.set(workflow, performance.now())
}
