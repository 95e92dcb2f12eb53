import { Logger, run } from 'graphile-worker'
import { recordsIn } from '../engine/await-record.ts'
import { insertRow } from '../engine/insert-row.ts'
import { servePeer } from '../engine/serve-peer.ts'
import { stepCount } from '../engine/task.ts'

// graphile-worker has jobs and no workflows: here each job inserts its row and adds the next one. It deletes a job that is
// done, after having told its caller, so only the table says when the last one is.
/** @type {import('graphile-worker').Task} */
async function step({ id, number }, { addJob }) {
  await insertRow(id, number)
  if (number < stepCount) await addJob('step', { id, number: number + 1 })
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
  const untilRecorded = await recordsIn({
    table: 'graphile_worker._private_jobs',
    how: 'delete',
    when: `(old.payload->>'number')::int = ${stepCount}`,
    key: `old.payload->>'id'`,
  })
  return { run: (id) => runner.addJob('step', { id, number: 1 }).then(() => untilRecorded(id)) }
})
