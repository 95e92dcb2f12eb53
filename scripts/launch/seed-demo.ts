import pg from 'pg'
import { connectionTo } from '@/lib/db/connection'
import { demoUserPrefix } from '@/lib/domain/people/demo-user'
import { services } from '@/lib/settings/env-services'
import { say } from './phase'
import { StartFailure } from './start-failure'
import type { Supervisor } from './supervisor'

/** Fills the demo clinic when there is no clinic yet, or when filling it was cut short. */
export async function seedDemo(supervisor: Supervisor, env: NodeJS.ProcessEnv, log: string): Promise<void> {
  await supervisor.phase('Demo clinic', async (remark) => {
    const state = await readDemoState(env.DATABASE_URL ?? '')
    if (state.isOwn) throw new StartFailure(ownClinic)
    if (state.isDue)
      await supervisor.run({ name: 'The demo clinic', args: seedScript, env: { ...env, ...forSeed }, log }, 15)
    else remark(state.isDemo ? 'as you left it' : 'none: this database has a clinic of its own')
  })
}

/** Says so when the demo that is in a database is switched off: it stays, but none of its accounts can sign in. */
export async function lookForDemo(databaseUrl: string): Promise<void> {
  const { isDemo } = await readDemoState(databaseUrl)
  if (isDemo) say(`  · Demo clinic     ${demoIsOff}`)
}

const demoIsOff =
  'it is in this database, and its accounts cannot sign in; a clinic of your own begins in another CARNET_DIR'

/** No provider: nobody in the cast has a mailbox. Short deadlines: after a kill the next seed waits 4 s, not 20. */
export const forSeed = {
  ...Object.fromEntries(Object.keys(services).map((name) => [name, ''])),
  STEP_DEADLINE_MS: '2000',
  DRIVER_GRACE_MS: '2000',
}
/** What Node is called with to fill it. */
export const seedScript = ['--import', 'tsx', 'scripts/launch/seed.ts']

/** With the demo on, anybody may read the inbox and an admin can make services fail: never in a clinic of one's own. */
export const ownClinic =
  'CARNET_DEMO: the database holds a clinic of your own, and the demo would show its inbox to everybody. Set CARNET_DEMO=off, for good in .env.'

/**
 * The seed begins with the demo's accounts and ends by giving them to its doctors. A clinic without such accounts is
 * somebody's own, and nothing is added to it.
 */
export async function readDemoState(databaseUrl: string): Promise<{ isDue: boolean; isDemo: boolean; isOwn: boolean }> {
  const client = new pg.Client(connectionTo(databaseUrl))
  await client.connect()
  try {
    const found = await client.query<{ clinic: boolean; begun: boolean; done: boolean; own: boolean }>(
      `select exists (select from clinic) as clinic,
              exists (select from clinic_opening) as own,
              exists (select from "user" where id like $1) as begun,
              exists (select from doctor where user_id like $1) as done`,
      [`${demoUserPrefix}%`],
    )
    const { clinic, own, begun, done } = found.rows[0] ?? { clinic: false, own: false, begun: false, done: false }
    return { isDue: !clinic || (begun && !done), isDemo: begun, isOwn: own }
  } finally {
    await client.end()
  }
}
