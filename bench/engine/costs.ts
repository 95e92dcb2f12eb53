import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'

/** What was used up to a moment, by the peer and by Postgres. */
export type Costs = {
  /** CPU, user and system, of the peer's own processes and of Postgres's; NaN where the system does not tell. */
  ownMs: number
  postgresMs: number
  /** Transactions that wrote, on the whole server: each was given a number of its own. */
  writes: number
  walBytes: number
}

/** Reads them without writing anything itself. */
export async function readCosts(client: pg.Client, pids: readonly number[], postgresPid: number): Promise<Costs> {
  const { rows } = await client.query(
    `select pg_snapshot_xmax(pg_current_snapshot())::text::float8 as writes,
            pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as wal`,
  )
  const processes = listProcesses()
  const cpuMs = (roots: readonly number[]) => (processes ? sumOf(processes, roots) * msPerTick() : Number.NaN)
  return { ownMs: cpuMs(pids), postgresMs: cpuMs([postgresPid]), writes: rows[0].writes, walBytes: rows[0].wal }
}

/** What was used between two moments. */
export function spent(before: Costs, after: Costs): Costs {
  return {
    ownMs: after.ownMs - before.ownMs,
    postgresMs: after.postgresMs - before.postgresMs,
    writes: after.writes - before.writes,
    walBytes: after.walBytes - before.walBytes,
  }
}

type Process = { pid: number; parent: number; ticks: number }

/**
 * proc(5): after the name in parentheses come state, parent, …, and as the 12th to 15th word the ticks, those of
 * children that have ended too.
 */
function listProcesses(): Process[] | undefined {
  if (process.platform !== 'linux') return undefined
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.flatMap((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const words = line.slice(line.lastIndexOf(')') + 2).split(' ')
      const ticks = words.slice(11, 15).reduce((sum, word) => sum + Number(word), 0)
      return [{ pid: Number(pid), parent: Number(words[1]), ticks }]
    } catch {
      return []
    }
  })
}

function sumOf(processes: readonly Process[], roots: readonly number[]): number {
  const found = processes.filter(({ pid }) => roots.includes(pid))
  const below = processes.filter(({ parent }) => roots.includes(parent)).map(({ pid }) => pid)
  const own = found.reduce((sum, { ticks }) => sum + ticks, 0)
  return below.length === 0 ? own : own + sumOf(processes, below)
}

let ticks: number | undefined

function msPerTick(): number {
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  return 1000 / ticks
}
