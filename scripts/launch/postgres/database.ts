import path from 'node:path'
import { lastLines } from '@/scripts/launch/child'
import { isAlive } from '@/scripts/launch/processes'
import type { Settings } from '@/scripts/launch/settings'
import { StartFailure } from '@/scripts/launch/start-failure'
import type { Supervisor } from '@/scripts/launch/supervisor'
import { checkDatabase } from './check-database'
import { startLocalPostgres } from './local-postgres'

/**
 * Returns the address of the clinic's database: on the server that DATABASE_URL names, or else on one that is started.
 */
export async function openDatabase({ DATABASE_URL, folder }: Settings, supervisor: Supervisor): Promise<string> {
  if (DATABASE_URL) {
    await supervisor.phase('Postgres', async (remark) => {
      await checkDatabase(DATABASE_URL)
      remark('the one of DATABASE_URL')
    })
    return DATABASE_URL
  }
  return supervisor.phase('Postgres', async () => {
    const starting = startLocalPostgres(path.join(folder, 'postgres'), 'carnet')
    supervisor.atEnd(async () => (await starting.catch(() => undefined))?.stop())
    const { pid, log, url } = await starting
    const ended = () => new StartFailure(`Postgres ended by itself.${lastLines(log, 15)}`)
    supervisor.suspect(() => (isAlive(pid) ? undefined : ended()))
    return url('carnet')
  })
}
