import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { seed } from '@/prisma/demo/seed'
import { offerSetUpLink, setUpWords } from './offer-set-up'
import { checkDatabase } from './postgres/check-database'
import { migrate } from './postgres/migrate'
import { wordsOnServices } from './reach/reach-services'
import { forSeed, ownClinic, readDemoState } from './seed-demo'
import { readSettings } from './settings'
import { StartFailure, wordsOf } from './start-failure'
import { findPlaces } from './surroundings'

await main().catch((error) => {
  console.error(wordsOf(error))
  process.exitCode = 1
})

/** What must be done once before several instances of the app start on one database: see compose.yaml. */
async function main(): Promise<void> {
  const settings = readSettings()
  const { DATABASE_URL, CARNET_DEMO } = settings
  if (!DATABASE_URL)
    throw new StartFailure('DATABASE_URL must be set: instances share a database that is already there.')
  for (const word of await wordsOnServices(settings)) console.log(word)
  await checkDatabase(DATABASE_URL)
  const applied = await migrate(DATABASE_URL)
  console.log(`Migrations: ${applied.length > 0 ? applied.join(', ') : 'none to apply'}`)
  const { isDue, isOwn } = await readDemoState(DATABASE_URL)
  if (CARNET_DEMO === 'on') {
    if (isOwn) throw new StartFailure(ownClinic)
    if (isDue) await fillDemo()
    return
  }
  const { address } = await findPlaces(settings)
  const link = await offerSetUpLink(DATABASE_URL, address)
  if (link) console.log(setUpWords(link))
}

async function fillDemo(): Promise<void> {
  Object.assign(process.env, forSeed)
  await seed(db(), { now: isoNow() })
  await db().$disconnect()
  console.log('The demo clinic is filled.')
}
