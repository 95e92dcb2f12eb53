import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FullConfig } from '@playwright/test'
import { type Clinic, startClinic } from '@/e2e/clinic'
import { clinicOf, databaseOf, setUpFolder } from '@/e2e/under-test'
import { childEnv } from '@/lib/settings/env'
import { buildApp } from '@/scripts/launch/build'
import { type Command, lastLines, startChild } from '@/scripts/launch/child'
import { phase } from '@/scripts/launch/phase'
import { migrate } from '@/scripts/launch/postgres/migrate'
import { forSeed, seedScript } from '@/scripts/launch/seed-demo'
import { recreateDatabase } from '@/tests/fixtures/database'
import { openTestServer, type TestServer } from './test-server'

const settings = {
  SAGA_BACKOFF_MS: '1000,2000,5000',
  CIRCUIT_OPEN_MS: '1000',
  UNDO_MS: '4000',
  CLOSURE_UNDO_MS: '4000',
}
const template = databaseOf('template')

/**
 * Opens a clinic for each worker of the browser tests, as `npm start` does, in a folder of its own, made fresh each time. All
 * are on one Postgres, where their databases are copies of one that was seeded once. Returns what ends them.
 */
export default async function openClinics({ workers }: FullConfig): Promise<() => Promise<void>> {
  const server = await openTestServer()
  Object.assign(process.env, server.env)
  const clinics: Clinic[] = []
  const close = async () => {
    await Promise.all(clinics.map((clinic) => clinic.stop()))
    await server.close()
  }
  try {
    await openAll(server, clinics, workers)
    return close
  } catch (error) {
    await close()
    throw error
  }
}

/** One after the other: each takes the first ports that are free. */
async function openAll(server: TestServer, clinics: Clinic[], count: number): Promise<void> {
  freshFolder(setUpFolder)
  const secret = randomBytes(33).toString('base64url')
  const env = childEnv({ NODE_ENV: 'production', CARNET_SECRET: secret, CARNET_URL: clinicOf(0).address })
  await buildApp({ phase, run }, { ...env, DATABASE_URL: server.url(template) }, path.join(setUpFolder, 'build.log'))
  await phase('Demo clinic', () => makeTemplate(server, env))
  for (let index = 0; index < count; index++) {
    const { folder, port, database } = clinicOf(index)
    writeFileSync(path.join(freshFolder(folder), 'secret'), secret, { mode: 0o600 })
    await recreateDatabase(server.url('postgres'), database, template)
    const started = phase(`Clinic ${index}`, () =>
      startClinic(folder, port, { DATABASE_URL: server.url(database), ...settings }),
    )
    clinics.push(await started)
  }
}

async function makeTemplate(server: TestServer, env: NodeJS.ProcessEnv): Promise<void> {
  await recreateDatabase(server.url('postgres'), template)
  const url = server.url(template)
  await migrate(url)
  const seedEnv = { ...env, CARNET_DEMO: 'on', ...forSeed, DATABASE_URL: url }
  await run({ name: 'The demo clinic', args: [...seedScript], env: seedEnv, log: path.join(setUpFolder, 'seed.log') })
}

async function run(command: Command): Promise<void> {
  const { name, log, ended } = startChild(command)
  const how = await ended
  if (how !== 'with code 0') throw new Error(`${name} failed, ${how}.${lastLines(log, 30)}`)
}

function freshFolder(folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  return folder
}
