import path from 'node:path'
import { minuteMs } from '@/lib/domain/time'
import type { InngestServer } from '@/lib/settings/inngest-server'
import { next } from './build'
import { hasRegistered, registerApp } from './register-app'
import type { Settings } from './settings'
import type { Supervisor } from './supervisor'
import { elsewhereEnv, engineEnv, type Places } from './surroundings'
import { waitUntil } from './wait-until'

type Clinic = {
  /** The environment of the app, as far as it does not depend on the engine. */
  env: NodeJS.ProcessEnv
  secret: string
  isDev: boolean
  /** The Inngest that carries the events, unless it is the embedded engine. */
  elsewhere: InngestServer | undefined
}

const enginePatienceMs = 30_000
const appPatienceMs = 3 * minuteMs
const registrationPatienceMs = 30_000
/**
 * How long a connection that nobody uses stays open. Whoever stands before the app keeps theirs for up to two minutes
 * (Caddy; others one): the first to close must not be the one that does not know whether a form is on its way.
 */
const keepAliveMs = 3 * minuteMs

/** Starts the engine, unless a setting names another server of Inngest's, and the app, until both know each other. */
export async function openClinic(supervisor: Supervisor, settings: Settings, places: Places, clinic: Clinic) {
  const { env, secret, isDev, elsewhere } = clinic
  const engine = elsewhere ? undefined : await engineEnv(secret, places)
  const inngest = elsewhere ? elsewhereEnv(elsewhere, settings, places) : engine
  const logOf = (name: string) => (isDev ? undefined : path.join(settings.folder, `${name}.log`))
  if (engine) await startEngine(supervisor, { ...env, ...engine }, engine.INNGEST_BASE_URL, logOf('engine'))

  await supervisor.phase('App', async () => {
    const mode = isDev ? ['dev'] : ['start', '--keepAliveTimeout', String(keepAliveMs)]
    const where = ['-H', settings.HOST, '-p', String(places.port)]
    supervisor.start({
      name: 'The app',
      args: [next, ...mode, ...where],
      env: { ...env, ...inngest },
      log: logOf('app'),
    })
    const isLive = () => answers(`${places.origin}/api/health/live`)
    await waitUntil(isLive, appPatienceMs, `The app does not answer on ${places.origin}.`)
    const isKnown = () => hasRegistered(places.origin)
    if (engine) await waitUntil(isKnown, appPatienceMs, 'The app does not register its functions with the engine.')
  })
  if (elsewhere) await registerElsewhere(supervisor, elsewhere, places.origin, inngest?.INNGEST_SERVE_ORIGIN ?? '')
}

async function registerElsewhere(supervisor: Supervisor, server: InngestServer, origin: string, calledBackAt: string) {
  await supervisor.phase('Registration', async (remark) => {
    await registerApp({ server, origin, calledBackAt, patienceMs: registrationPatienceMs })
    remark(`the app is called at ${calledBackAt}`)
  })
}

async function startEngine(supervisor: Supervisor, env: NodeJS.ProcessEnv, url: string, log: string | undefined) {
  await supervisor.phase('Engine', async () => {
    supervisor.start({ name: 'The engine', args: ['--import', 'tsx', 'scripts/launch/engine.ts'], env, log })
    const otherwise = 'Another engine works on this database: end the clinic that runs on it elsewhere.'
    await waitUntil(() => answers(`${url}/health`), enginePatienceMs, otherwise)
  })
}

async function answers(url: string): Promise<boolean> {
  return (await fetch(url, { signal: AbortSignal.timeout(appPatienceMs) })).ok
}
