import { childEnv } from '@/lib/settings/env'
import { calledBackAt, type InngestServer } from '@/lib/settings/inngest-server'
import { freePort } from './free-port'
import { engineKeys } from './secrets'
import type { Settings } from './settings'
import { StartFailure } from './start-failure'

/** Where the parts of the clinic find each other. */
export type Places = {
  port: number
  /** Where the app is reached from this machine, by its number. */
  origin: string
  /** Where people reach it. */
  address: string
}

const firstEnginePort = 8288

/**
 * Returns where the app will be: on the port that was asked for or the next free one. Throws StartFailure when it may
 * not.
 */
export async function findPlaces({ PORT, HOST, CARNET_URL }: Settings): Promise<Places> {
  const port = await freePort(PORT, HOST).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRNOTAVAIL') throw new StartFailure(`HOST: ${HOST} is not an address of this machine.`)
    throw new StartFailure(`PORT: the system does not allow port ${PORT} on ${HOST} (${error.message}).`)
  })
  const isEverywhere = HOST === '0.0.0.0' || HOST === '::'
  const number = isEverywhere ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST
  const name = isEverywhere || HOST === '127.0.0.1' ? 'localhost' : number
  return { port, origin: `http://${number}:${port}`, address: CARNET_URL ?? `http://${name}:${port}` }
}

/** Returns the environment of the app and of whatever works beside it on the same database. */
export function appEnv(
  { CARNET_DEMO }: Settings,
  { address }: Places,
  given: { databaseUrl: string; secret: string; actionKey: string; isDev: boolean },
): NodeJS.ProcessEnv {
  return childEnv({
    NODE_ENV: given.isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: given.databaseUrl,
    CARNET_SECRET: given.secret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: given.actionKey,
    CARNET_URL: address,
    CARNET_DEMO,
  })
}

/** Returns what tells the SDK in the app where the embedded engine is, and the engine where to be. */
export async function engineEnv(secret: string, { origin }: Places) {
  return {
    INNGEST_DEV: '0',
    INNGEST_BASE_URL: `http://127.0.0.1:${await freePort(firstEnginePort)}`,
    INNGEST_SERVE_ORIGIN: origin,
    ...engineKeys(secret),
  }
}

/** Returns what tells the SDK in the app where an Inngest elsewhere is, and through it that server where the app is. */
export function elsewhereEnv({ kind, url }: InngestServer, settings: Settings, { origin }: Places) {
  return {
    INNGEST_DEV: kind === 'dev' ? url : '0',
    INNGEST_BASE_URL: kind === 'self-hosted' ? url : '',
    INNGEST_SERVE_ORIGIN: calledBackAt(settings, origin),
  }
}
