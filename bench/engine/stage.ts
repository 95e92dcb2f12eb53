import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { connectionTo } from '@/lib/db/connection'
import { removeLocalPostgres, startLocalPostgres } from '@/scripts/launch/postgres/local-postgres'
import { waitUntil } from '@/scripts/launch/wait-until'
import { type Costs, readCosts } from './costs'
import { launchPeer, type RunningPeer } from './launch-peer'
import type { PeerPlan } from './peers'

/** Where the bench plays: one Postgres for all, a database a peer, and one peer at work at a time. */
export type Stage = {
  postgresVersion: string
  /** Starts a peer's processes, on the database that it had before. */
  launch: (plan: PeerPlan) => Promise<RunningPeer>
  costsOf: (peer: RunningPeer) => Promise<Costs>
  /** Begins every measurement alike: no page has been written to the log since the last checkpoint. */
  checkpoint: () => Promise<void>
  /** Waits until Postgres has parted with a peer's processes, which have ended. */
  untilLeft: (plan: PeerPlan) => Promise<void>
  /** All transactions on a peer's database; exact once its sessions have ended, and a little old before. */
  countTransactions: (plan: PeerPlan) => Promise<number>
  /** Looks into a peer's database. */
  visit: <T>(plan: PeerPlan, look: (client: pg.Client) => Promise<T>) => Promise<T>
  /** Ends whatever was started, for good. */
  close: () => Promise<void>
}

const patienceMs = 30_000
const visitor = 'carnet bench'

/** Starts Postgres in an empty folder. Everything is on loopback. */
export async function openStage(folder: string): Promise<Stage> {
  await removeLocalPostgres(path.join(folder, 'postgres'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const server = await startLocalPostgres(path.join(folder, 'postgres'), 'bench')
  const admin = await connect(server.url('bench'))
  const known = new Map<string, Promise<Record<string, string>>>()
  let running: RunningPeer | undefined

  const databaseOf = ({ name }: PeerPlan) => `bench_${name}`
  const visit: Stage['visit'] = async (plan, look) => {
    const client = await connect(server.url(databaseOf(plan)))
    return look(client).finally(() => client.end())
  }
  const settle = async (plan: PeerPlan) => {
    await admin.query(`create database ${databaseOf(plan)}`)
    const rows = 'create table bench_row (workflow text not null, step int not null)'
    await visit(plan, (client) => client.query(rows))
    return { DATABASE_URL: server.url(databaseOf(plan)), ...(await plan.settings(folder)) }
  }
  const settingsOf = (plan: PeerPlan) => {
    const settings = known.get(plan.name) ?? settle(plan)
    known.set(plan.name, settings)
    return settings
  }
  const untilLeft = async (plan: PeerPlan) => {
    const text = 'select from pg_stat_activity where datname = $1 and application_name <> $2'
    const isSo = async () => (await admin.query(text, [databaseOf(plan), visitor])).rowCount === 0
    await waitUntil(isSo, patienceMs, 'its sessions on the database do not end')
  }
  return {
    postgresVersion: (await admin.query('show server_version')).rows[0].server_version,
    async launch(plan) {
      running = launchPeer(plan, await settingsOf(plan), folder)
      return running
    },
    costsOf: ({ pids }) => readCosts(admin, pids, server.pid),
    async checkpoint() {
      await admin.query('checkpoint')
    },
    untilLeft,
    async countTransactions(plan) {
      const text = 'select xact_commit::float8 as count from pg_stat_database where datname = $1'
      return (await admin.query(text, [databaseOf(plan)])).rows[0].count
    },
    visit,
    async close() {
      await running?.stop()
      await admin.end()
      await server.stop()
    },
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionTo(url), application_name: visitor })
  client.on('error', () => {})
  await client.connect()
  return client
}
