import path from 'node:path'
import pg from 'pg'
import { next } from './build'
import { say } from './phase'
import type { Settings } from './settings'
import type { Supervisor } from './supervisor'
import { engineEnv, otherInngest, type Places } from './surroundings'
import { waitUntil } from './wait-until'

type Clinic = {
  /** The environment of the app, as far as it does not depend on the engine. */
  env: NodeJS.ProcessEnv
  secret: string
  isDev: boolean
}

const enginePatienceMs = 30_000
const appPatienceMs = 180_000

/** Starts the engine, unless a setting names another server of Inngest's, and the app, until both know each other. */
export async function openClinic(supervisor: Supervisor, settings: Settings, places: Places, clinic: Clinic) {
  const { env, secret, isDev } = clinic
  const other = otherInngest(settings)
  const engine = other ? undefined : await engineEnv(secret, places)
  const logOf = (name: string) => (isDev ? undefined : path.join(settings.folder, `${name}.log`))
  if (engine) await startEngine(supervisor, { ...env, ...engine }, engine.INNGEST_BASE_URL, logOf('engine'))
  else say(`  · Engine          not started: ${other} names another`)

  await supervisor.phase('App', async () => {
    const mode = [isDev ? 'dev' : 'start', '-H', settings.HOST, '-p', String(places.port)]
    supervisor.start({ name: 'The app', args: [next, ...mode], env: { ...env, ...engine }, log: logOf('app') })
    const isLive = () => answers(`${places.origin}/api/health/live`)
    await waitUntil(isLive, appPatienceMs, `The app does not answer on ${places.origin}.`)
    const isKnown = () => hasRegistered(env.DATABASE_URL ?? '', places.origin)
    if (engine) await waitUntil(isKnown, appPatienceMs, 'The app does not register its functions with the engine.')
  })
}

async function startEngine(supervisor: Supervisor, env: NodeJS.ProcessEnv, url: string, log: string | undefined) {
  await supervisor.phase('Engine', async () => {
    supervisor.start({ name: 'The engine', args: ['--import', 'tsx', 'scripts/engine.ts'], env, log })
    const otherwise = 'Another engine works on this database: end the clinic that runs on it elsewhere.'
    await waitUntil(() => answers(`${url}/health`), enginePatienceMs, otherwise)
  })
}

async function answers(url: string): Promise<boolean> {
  return (await fetch(url, { signal: AbortSignal.timeout(appPatienceMs) })).ok
}

/** Whether the engine would call this app: an earlier one may have been on another port. */
async function hasRegistered(databaseUrl: string, origin: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const known = await client.query<{ url: string }>('select url from engine.function')
    return known.rows.length > 0 && known.rows.every(({ url }) => url.startsWith(`${origin}/`))
  } finally {
    await client.end()
  }
}
