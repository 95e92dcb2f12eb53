import pg from 'pg'
import { connectionTo } from '@/lib/db/connection'
import { services } from '@/lib/settings/env-services'
import { demoUserPrefix } from '@/prisma/demo/demo-accounts'
import { say } from './phase'
import type { Supervisor } from './supervisor'

/** Fills the demo clinic when there is no clinic yet, or when filling it was cut short. */
export async function seedDemo(supervisor: Supervisor, env: NodeJS.ProcessEnv, log: string): Promise<void> {
  await supervisor.phase('Demo clinic', async (remark) => {
    const state = await readDemoState(env.DATABASE_URL ?? '')
    if (state.isDue)
      await supervisor.run({ name: 'The demo clinic', args: seedScript, env: { ...env, ...forSeed }, log }, 15)
    else remark(state.isDemo ? 'as you left it' : 'none: this database has a clinic of its own')
  })
}

/** Says so when there is no clinic and the demo may not make one: pages would only fail. */
export async function lookForClinic(databaseUrl: string): Promise<void> {
  const { isClinic } = await readDemoState(databaseUrl)
  if (!isClinic) say('  · Clinic          none in this database yet; CARNET_DEMO=on fills it with one to try')
}

/** No provider: nobody in the cast has a mailbox. Short deadlines: after a kill the next seed waits 4 s, not 20. */
export const forSeed = {
  ...Object.fromEntries(Object.keys(services).map((name) => [name, ''])),
  STEP_DEADLINE_MS: '2000',
  DRIVER_GRACE_MS: '2000',
}
/** What Node is called with to fill it. */
export const seedScript = ['--import', 'tsx', 'scripts/launch/seed.ts']

/**
 * The seed begins with the demo's accounts and ends by giving them to its doctors. A clinic without such accounts is
 * somebody's own, and nothing is added to it.
 */
export async function readDemoState(
  databaseUrl: string,
): Promise<{ isDue: boolean; isDemo: boolean; isClinic: boolean }> {
  const client = new pg.Client(connectionTo(databaseUrl))
  await client.connect()
  try {
    const found = await client.query<{ clinic: boolean; begun: boolean; done: boolean }>(
      `select exists (select from clinic) as clinic,
              exists (select from "user" where id like $1) as begun,
              exists (select from doctor where user_id like $1) as done`,
      [`${demoUserPrefix}%`],
    )
    const { clinic, begun, done } = found.rows[0] ?? { clinic: false, begun: false, done: false }
    return { isDue: !clinic || (begun && !done), isDemo: begun, isClinic: clinic }
  } finally {
    await client.end()
  }
}
