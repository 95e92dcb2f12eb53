import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Db } from '@/lib/db/client'
import { isClinicOpen } from '@/lib/queries/opening/opening'
import { readOutbox } from './outbox'

/** What must be so, and whether it is. */
export type Check = { name: 'database' | 'migrations' | 'clinic' | 'engine' | 'sweep' | 'outbox'; ok: boolean }

export type Readiness = {
  now: Date
  /** Since when this process has run: what has not happened yet is no fault of a clinic that has just begun. */
  startedAt: Date
  /**
   * How old Inngest's last call, the last sweep, and the oldest event that no saga has acknowledged may be, in
   * milliseconds.
   */
  engineLateMs: number
  sweepLateMs: number
  outboxLateMs: number
  /** After how long what has not answered counts as failed, in milliseconds. */
  deadlineMs: number
}

/** The migrations of this build; those of a newer one, which may be there too, are no concern of ours. */
const migrations = path.resolve('prisma/migrations')

/** Returns whether this process can do its work, part by part. Never throws, and answers within the deadline. */
export async function readReadiness(db: Db, asked: Readiness): Promise<Check[]> {
  const checks: [Check['name'], () => Promise<boolean>][] = [
    ['database', async () => (await db.$queryRaw<unknown[]>`select 1`).length === 1],
    ['migrations', () => isMigrated(db)],
    ['clinic', () => isClinicOpen(db)],
    ['engine', () => isRecent(db, 'engine-call', asked, asked.engineLateMs)],
    ['sweep', () => isRecent(db, 'sweep', asked, asked.sweepLateMs)],
    ['outbox', async () => (await readOutbox(db, asked.now)).oldestMs <= asked.outboxLateMs],
  ]
  const late = deadline(asked.deadlineMs)
  const answers = checks.map(async ([name, isWell]): Promise<Check> => {
    const ok = await Promise.race([isWell().catch(() => false), late.passed])
    return { name, ok }
  })
  return Promise.all(answers).finally(late.cancel)
}

async function isMigrated(db: Db): Promise<boolean> {
  const folders = readdirSync(migrations, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const rows = await db.$queryRaw<{ migration_name: string }[]>`
    select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null`
  const applied = new Set(rows.map(({ migration_name }) => migration_name))
  return folders.every(({ name }) => applied.has(name))
}

/**
 * Whether something that is noted each time was noted not long ago. Inngest calls each minute, and each time we
 * sweep; when it does not, the app sweeps by itself a little later, which leaves Inngest's own mark old.
 */
async function isRecent(db: Db, name: string, { now, startedAt }: Readiness, lateMs: number): Promise<boolean> {
  const last = (await db.lease.findUnique({ where: { name } }))?.until ?? startedAt
  return now.getTime() - Math.max(last.getTime(), startedAt.getTime()) <= lateMs
}

/** False once the time is over. */
function deadline(ms: number): { passed: Promise<false>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  return { passed, cancel: () => clearTimeout(timer) }
}
