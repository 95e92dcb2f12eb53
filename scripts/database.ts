import path from 'node:path'
import { checkDatabase } from './check-database'
import { lastLines } from './child'
import { startLocalPostgres } from './local-postgres'
import { isAlive } from './processes'
import type { Settings } from './settings'
import { StartFailure } from './start-failure'
import type { Supervisor } from './supervisor'

/** The address of the clinic's database: on the server that DATABASE_URL names, or else on one that is started. */
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
