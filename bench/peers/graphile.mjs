import { Logger, run } from 'graphile-worker'
import { recordsIn } from '../engine/await-record.ts'
import { insertRow } from '../engine/insert-row.ts'
import { servePeer } from '../engine/serve-peer.ts'
import { stepCount } from '../engine/task.ts'

// graphile-worker has jobs and no workflows: here each job inserts its row and adds the next one. It deletes a job that is
// done, after having told its caller, so only the table says when the last one is.
const untilRecorded = recordsIn(
  `select key from unnest($1::text[]) key
   where not exists (select from graphile_worker._private_jobs where id = key::bigint)`,
)
const returned = new Map()

/** @type {import('graphile-worker').Task} */
async function step({ id, number }, { addJob, job }) {
  await insertRow(id, number)
  if (number < stepCount) await addJob('step', { id, number: number + 1 })
  else returned.get(id)?.(job.id)
}

await servePeer(async () => {
  const runner = await run({
    connectionString: process.env.DATABASE_URL,
    concurrency: 16,
    maxPoolSize: 20,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: { step },
  })
  return {
    async run(id) {
      const lastJob = new Promise((resolve) => returned.set(id, resolve))
      await runner.addJob('step', { id, number: 1 })
      const jobId = await lastJob
      returned.delete(id)
      await untilRecorded(jobId)
    },
  }
})
