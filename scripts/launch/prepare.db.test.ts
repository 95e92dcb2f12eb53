import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { settingNames } from '@/lib/settings/env'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { freePort } from './free-port'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

async function prepare(url: string, more: Record<string, string>): Promise<string> {
  // Emptied, so that the checkout's `.env` fills nothing in.
  const none = Object.fromEntries(settingNames.map((name) => [name, '']))
  const env = { ...process.env, ...none, DATABASE_URL: url, MAIL_FROM: 'carnet@lilas.example', ...more }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/launch/prepare.ts'], {
    env,
  })
  return stdout
}

test('an empty database is given a link to set it up by, and never the demo afterwards', async () => {
  const { url, drop } = await createEmptyDatabase(inject('postgresUrl'))
  const said = await prepare(url, { CARNET_DEMO: 'off', CARNET_URL: 'https://clinic.example' })
  expect(said).toMatch(/https:\/\/clinic\.example\/setup\/[0-9a-f]{32}\n/)
  await expect(prepare(url, { CARNET_DEMO: 'on' })).rejects.toThrow(
    /CARNET_DEMO: the database holds a clinic of your own/,
  )
  await drop()
})

test('before instances start it is said of the clinic’s own services which do not answer, and the database is prepared', async () => {
  const away = `127.0.0.1:${await freePort()}`
  const own = { CARNET_DEMO: 'off', SMTP_URL: `smtp://${away}`, KAFKA_BROKERS: away }
  const stdout = await prepare(database.url, own)
  expect(stdout).toContain(`KAFKA_BROKERS: no Kafka answers at ${away}; bookings go on`)
  expect(stdout).toContain(`SMTP_URL: no mail server answers at ${away}; bookings go on`)
  expect(stdout).toContain('Migrations: none to apply')
})
