import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { settingNames } from '@/lib/settings/env'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { freePort } from './free-port'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

test('before instances start it is said of the clinic’s own services which do not answer, and the database is prepared', async () => {
  const away = `127.0.0.1:${await freePort()}`
  // Emptied, so that the checkout's `.env` fills nothing in.
  const none = Object.fromEntries(settingNames.map((name) => [name, '']))
  const own = { DATABASE_URL: database.url, CARNET_DEMO: 'off', SMTP_URL: `smtp://${away}`, KAFKA_BROKERS: away }
  const env = { ...process.env, ...none, ...own, MAIL_FROM: 'carnet@lilas.example' }
  const program = ['--import', 'tsx', 'scripts/launch/prepare.ts']
  const { stdout } = await promisify(execFile)(process.execPath, program, { env })
  expect(stdout).toContain(`KAFKA_BROKERS: no Kafka answers at ${away}; bookings go on`)
  expect(stdout).toContain(`SMTP_URL: no mail server answers at ${away}; bookings go on`)
  expect(stdout).toContain('Migrations: none to apply')
})
