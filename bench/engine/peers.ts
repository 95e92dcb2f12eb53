import { readFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '@/scripts/launch/free-port'
import { engineKeys } from '@/scripts/launch/secrets'

/** Something that the bench measures: one or more processes on a database of their own. */
export type PeerPlan = {
  name: string
  title: string
  /** The package that it comes from, and the folder whose `node_modules` has it. */
  from?: { name: string; home: string }
  /** Programs, each a process. The last one takes the tasks. */
  programs: readonly string[]
  /** What its processes find in their environment beside DATABASE_URL; chosen once, so that a restart finds its own. */
  settings: (folder: string) => Promise<Record<string, string>>
  /** Selects how many workflows whose id is like `$1` are recorded as complete; without it nothing is killed. */
  countRecorded?: string
}

/** Where the packages of the other engines are installed. */
export const peersFolder = path.resolve('bench/peers')

const none = async () => ({})

export const plans: readonly PeerPlan[] = [
  {
    name: 'floor',
    title: 'bare floor',
    programs: ['bench/engine/floor.ts'],
    settings: none,
  },
  {
    name: 'carnet',
    title: 'Carnet',
    from: { name: 'inngest', home: '.' },
    programs: ['scripts/launch/engine.ts', 'bench/engine/carnet.ts'],
    settings: carnetSettings,
    countRecorded: `select count(*)::int as count from engine.run where event_id like $1 and status = 'Completed'`,
  },
  {
    name: 'dbos',
    title: 'DBOS',
    from: { name: '@dbos-inc/dbos-sdk', home: peersFolder },
    programs: ['bench/peers/dbos.mjs'],
    settings: none,
    countRecorded: `select count(*)::int as count from dbos.workflow_status where workflow_uuid like $1 and status = 'SUCCESS'`,
  },
  {
    name: 'graphile',
    title: 'graphile-worker',
    from: { name: 'graphile-worker', home: peersFolder },
    programs: ['bench/peers/graphile.mjs'],
    settings: none,
  },
  {
    name: 'restate',
    title: 'Restate',
    from: { name: '@restatedev/restate-server', home: peersFolder },
    programs: ['bench/peers/restate.mjs'],
    settings: restateSettings,
    // Its own records are not in Postgres: the last row stands for them.
    countRecorded: 'select count(distinct workflow)::int as count from bench_row where workflow like $1 and step = 5',
  },
]

/** A package and its version, such as `inngest 4.24.0`. */
export function versionOf({ name, home }: { name: string; home: string }): string {
  const file = path.join(home, 'node_modules', name, 'package.json')
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return `${name} ${version}`
}

/** What `npm start` gives the engine and the app, as far as they need it here. */
async function carnetSettings(): Promise<Record<string, string>> {
  const [port, enginePort] = [await freePort(), await freePort()]
  const origin = `http://127.0.0.1:${port}`
  return {
    PORT: String(port),
    CARNET_URL: origin,
    CARNET_SECRET: 'a secret for the bench, long enough to be one',
    LOG_LEVEL: 'error',
    INNGEST_DEV: '0',
    INNGEST_BASE_URL: `http://127.0.0.1:${enginePort}`,
    INNGEST_SERVE_ORIGIN: origin,
    ...engineKeys('bench'),
  }
}

async function restateSettings(folder: string): Promise<Record<string, string>> {
  const ports = [await freePort(), await freePort(), await freePort(), await freePort()].map(String)
  const [SERVICE_PORT = '', RESTATE_BIND_PORT = '', admin = '', ingress = ''] = ports
  return {
    SERVICE_PORT,
    RESTATE_BIND_PORT,
    RESTATE_ADMIN__BIND_PORT: admin,
    RESTATE_INGRESS__BIND_PORT: ingress,
    RESTATE_BIND_IP: '127.0.0.1',
    RESTATE_ADVERTISED_HOST: '127.0.0.1',
    RESTATE_LISTEN_MODE: 'tcp',
    RESTATE_NODE_NAME: 'bench',
    RESTATE_BASE_DIR: path.join(folder, 'restate'),
    RESTATE_LOG_FILTER: 'warn',
    RESTATE_DISABLE_TELEMETRY: 'true',
  }
}
