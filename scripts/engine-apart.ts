import path from 'node:path'
import { parseArgs } from 'node:util'
import { childEnv } from '@/lib/settings/env'
import { startChild } from './launch/child'
import { freePort } from './launch/free-port'
import { startLocalPostgres } from './launch/postgres/local-postgres'
import { engineKeys, keptSecret } from './launch/secrets'
import { root } from './launch/settings'
import { waitUntil } from './launch/wait-until'

// `npm run engine-apart`: our engine as an Inngest elsewhere, with a Postgres, a port and keys of its own, to try the switch
// to another Inngest where none can be had. It rings no app: whoever uses it must register. Ctrl-C ends it.
const options = { port: { type: 'string', default: '8388' } } as const
const { port: wanted } = parseArgs({ options }).values
process.chdir(root)
const folder = path.resolve('.carnet/engine-apart')
const postgres = await startLocalPostgres(path.join(folder, 'postgres'), 'inngest')
const url = `http://127.0.0.1:${await freePort(Number(wanted))}`
const keys = engineKeys(keptSecret(folder))
const nobody = 'http://127.0.0.1:9'
const env = childEnv({
  ...keys,
  INNGEST_BASE_URL: url,
  INNGEST_SERVE_ORIGIN: nobody,
  DATABASE_URL: postgres.url('inngest'),
  CARNET_SECRET: keptSecret(folder),
  CARNET_URL: url,
})
const args = ['--import', 'tsx', 'scripts/launch/engine.ts']
const engine = startChild({ name: 'The engine', args, env, log: path.join(folder, 'engine.log') })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
void engine.ended.then(end)
await waitUntil(async () => (await fetch(`${url}/health`)).ok, 30_000, `The engine does not answer at ${url}.`)
const settings = Object.entries({ INNGEST_BASE_URL: url, ...keys }).map(([name, value]) => `export ${name}=${value}`)
console.log(settings.join('\n'))

async function end(): Promise<void> {
  await engine.stop()
  await postgres.stop()
  process.exit(0)
}
