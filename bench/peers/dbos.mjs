import { DBOS } from '@dbos-inc/dbos-sdk'
import { insertRow } from '../engine/insert-row.ts'
import { servePeer } from '../engine/serve-peer.ts'
import { stepCount } from '../engine/task.ts'

// DBOS Transact at its defaults: a library in the app's own process, started directly, as its guide begins.
DBOS.setConfig({
  name: 'bench',
  applicationVersion: 'bench',
  systemDatabaseUrl: process.env.DATABASE_URL,
  logLevel: 'error',
})

const fiveSteps = DBOS.registerWorkflow(
  async (id) => {
    for (let step = 1; step <= stepCount; step++) {
      await DBOS.runStep(() => insertRow(id, step), { name: `step ${step}` })
    }
  },
  { name: 'five-steps' },
)

const start = (id) => DBOS.startWorkflow(fiveSteps, { workflowID: id })(id)

await servePeer(async () => {
  await DBOS.launch()
  return {
    async give(id) {
      await start(id)
    },
    async run(id) {
      const handle = await start(id)
      await handle.getResult()
    },
  }
})
