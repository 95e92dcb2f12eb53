import path from 'node:path'
import { findInngest } from '@/lib/settings/inngest-server'
import { buildApp } from './launch/build'
import { endLeftOver } from './launch/end-left-over'
import { offerSetUpLink } from './launch/offer-set-up'
import { openClinic } from './launch/open-clinic'
import { say } from './launch/phase'
import { openDatabase } from './launch/postgres/database'
import { migrate } from './launch/postgres/migrate'
import { findElsewhere } from './launch/reach/reach-inngest'
import { wordsOnServices } from './launch/reach/reach-services'
import { type RunFile, takeRunFile } from './launch/run-file'
import { keptActionKey, keptSecret } from './launch/secrets'
import { lookForDemo, seedDemo } from './launch/seed-demo'
import { readSettings, type Settings } from './launch/settings'
import { wordsOf } from './launch/start-failure'
import { type Supervisor, supervise } from './launch/supervisor'
import { appEnv, findPlaces } from './launch/surroundings'
import { welcome } from './launch/welcome'

const isDev = process.argv.includes('--dev')

await main().catch((error) => {
  say(`\n${wordsOf(error)}\n`)
  process.exitCode = 1
})

/** Brings the whole clinic up, keeps it up, and ends all of it: what `npm start` and `npm run dev` do. */
async function main(): Promise<void> {
  process.stdout.on('error', () => {})
  const settings = readSettings()
  const runFile = takeRunFile(settings.folder)
  await supervise(runFile, (supervisor) => bringUp(supervisor, settings, runFile))
}

async function bringUp(supervisor: Supervisor, settings: Settings, runFile: RunFile): Promise<void> {
  const { folder, PORT, CARNET_DEMO } = settings
  say(`\n  Carnet${isDev ? ', in development' : ''}\n`)
  await endLeftOver(supervisor, runFile)
  const places = await findPlaces(settings)
  if (places.port !== PORT) say(`  Port ${PORT} is in use, so Carnet is on ${places.port}.`)
  runFile.note({ address: places.address })
  const elsewhere = findInngest(settings)
  if (elsewhere) await findElsewhere(supervisor, elsewhere, settings.INNGEST_EVENT_KEY)
  for (const word of await wordsOnServices(settings)) say(`  ${word}`)

  const secret = settings.CARNET_SECRET ?? keptSecret(folder)
  const databaseUrl = await openDatabase(settings, supervisor)
  await supervisor.phase('Migrations', async (remark) => {
    const applied = await migrate(databaseUrl)
    remark(applied.length > 0 ? `${applied.length} applied` : '')
  })
  const actionKey = settings.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? keptActionKey(folder)
  const env = appEnv(settings, places, { databaseUrl, secret, actionKey, isDev })
  if (CARNET_DEMO === 'on') await seedDemo(supervisor, env, path.join(folder, 'seed.log'))
  else await lookForDemo(databaseUrl)
  if (!isDev) await buildApp(supervisor, env, path.join(folder, 'build.log'))
  await openClinic(supervisor, settings, places, { env, secret, isDev, elsewhere })
  const link = CARNET_DEMO === 'on' ? undefined : await offerSetUpLink(databaseUrl, places.address)
  say(welcome(places.address, CARNET_DEMO === 'on', link))
}
