import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { connect, type Db } from '@/lib/db/client'
import { connectionTo } from '@/lib/db/connection'
import { seal } from '@/lib/db/sealed'
import { doctors } from '@/prisma/demo/cast'
import { setUpClinic } from '@/prisma/demo/set-up-clinic'
import { type Child, startChild } from '@/scripts/launch/child'
import { freePort } from '@/scripts/launch/free-port'
import { type LocalPostgres, removeLocalPostgres, startLocalPostgres } from '@/scripts/launch/postgres/local-postgres'
import { migrate } from '@/scripts/launch/postgres/migrate'
import { isAlive } from '@/scripts/launch/processes'
import { engineKeys } from '@/scripts/launch/secrets'
import { waitUntil } from '@/scripts/launch/wait-until'
import { type RunningWorld, startWorld } from '@/tests/world/start-world'
import { type Failpoints, startFailpoints } from './failpoints'
import { labSettings } from './lab-settings'

/** A process of the lab that can be ended as if the power failed, and started again. */
export type Part = { kill: () => Promise<void>; start: () => Promise<void> }

/** A clinic without pages: Postgres, engine, app and the outside world, each in a process of its own. */
export type Lab = {
  db: Db
  world: RunningWorld
  failpoints: Failpoints
  app: Part
  engine: Part
  /** Makes the engine forget everything, while it is not running. */
  wipeEngine: () => Promise<void>
  /** Its kill is Postgres's `immediate` stop. */
  postgres: Part
  postgresLog: string
  stop: () => Promise<void>
}

const database = 'carnet'

/** Starts a lab in an empty folder. Everything is on loopback; `settings` go before the lab's own. */
export async function startLab(folder: string, settings: Record<string, string> = {}): Promise<Lab> {
  await removeLocalPostgres(path.join(folder, 'postgres'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const [world, failpoints] = [
    await startWorld({ ledgerFile: path.join(folder, 'ledger.jsonl') }),
    await startFailpoints(),
  ]
  let server: LocalPostgres = await startLocalPostgres(path.join(folder, 'postgres'), database)
  const url = server.url(database)
  const env = labSettings({ DATABASE_URL: url, ...(await addresses(world, failpoints)), ...settings })
  await migrate(url)
  const db = connect(url, 20)
  Object.assign(globalThis, { carnetDb: db })
  await setUpClinic(db)
  await connectCalendars(db, world)

  const engine = processPart('engine', 'scripts/launch/engine.ts', env, folder)
  const app = processPart('app', 'tests/proofs/lab/worker.ts', env, folder)
  const lab: Lab = {
    db,
    world,
    failpoints,
    app,
    engine,
    wipeEngine: () => wipe(url),
    postgres: {
      async kill() {
        process.kill(server.pid, 'SIGQUIT')
        await waitUntil(async () => !isAlive(server.pid), 20_000, 'Postgres does not end.')
      },
      async start() {
        server = await startLocalPostgres(path.join(folder, 'postgres'), database, { port: Number(new URL(url).port) })
      },
    },
    postgresLog: server.log,
    async stop() {
      await app.kill()
      await engine.kill()
      await db.$disconnect()
      await server.stop()
      await world.stop()
      failpoints.stop()
    },
  }
  await Promise.all([engine.start(), app.start()])
  return lab
}

/** Where everything is: free ports, and the world in place of each outside service. */
async function addresses(world: RunningWorld, failpoints: Failpoints): Promise<Record<string, string>> {
  const [appPort, enginePort] = [await freePort(4_100), await freePort(4_300)]
  const { INNGEST_SIGNING_KEY, INNGEST_EVENT_KEY } = engineKeys('lab')
  return {
    PORT: String(appPort),
    CARNET_URL: `http://127.0.0.1:${appPort}`,
    INNGEST_SERVE_ORIGIN: `http://127.0.0.1:${appPort}`,
    INNGEST_BASE_URL: `http://127.0.0.1:${enginePort}`,
    INNGEST_SIGNING_KEY,
    INNGEST_EVENT_KEY,
    RESEND_BASE_URL: `${world.url}/resend`,
    TWILIO_BASE_URL: `${world.url}/twilio`,
    CARNET_FAILPOINTS: failpoints.url,
  }
}

/** Every doctor's calendar is the world's. */
async function connectCalendars(db: Db, world: RunningWorld): Promise<void> {
  const password = seal('lab', 'calendar_account.password')
  const account = ({ id, slug }: { id: string; slug: string }) => ({
    doctorId: id,
    url: `${world.url}/caldav/${slug}`,
    username: slug,
    password,
    connectedAt: new Date(),
  })
  await db.calendarAccount.createMany({ data: Object.values(doctors).map(account) })
}

function processPart(name: string, program: string, env: NodeJS.ProcessEnv, folder: string): Part {
  let child: Child | undefined
  return {
    async start() {
      child = startChild({ name, args: ['--import', 'tsx', program], env, log: path.join(folder, `${name}.log`) })
    },
    async kill() {
      if (!child) return
      const { pid } = child
      if (isAlive(pid)) process.kill(pid, 'SIGKILL')
      await child.ended
    },
  }
}

async function wipe(url: string): Promise<void> {
  const client = new pg.Client(connectionTo(url))
  await client.connect()
  await client.query('drop schema if exists engine cascade')
  await client.end()
}
