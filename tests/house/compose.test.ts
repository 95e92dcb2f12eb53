import { existsSync, readFileSync } from 'node:fs'
import { parseEnv as parseDotEnv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parseEnv, settingNames } from '@/lib/settings/env'

const compose = readFileSync('compose.yaml', 'utf8')
const dockerfile = readFileSync('Dockerfile', 'utf8')

/** The settings that every service of the app is given, as they stand in the file. */
function settingsOfTheApp(): [name: string, value: string][] {
  const [, block = ''] = /environment: &settings\n((?: {4}\w+: .*\n)+)/.exec(compose) ?? []
  return [...block.matchAll(/^ {4}(\w+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value])
}

/** What a clinic of several instances does not say, and why. */
const notSaid = {
  NODE_ENV: 'the image does',
  PORT: 'an instance is reached through the proxy, on the port that the image opens',
  HOST: 'as its port',
  CARNET_DIR: 'an instance keeps no files: database and secret come from outside',
  INNGEST_DEV: 'the Inngest here has keys',
  ENGINE_RETRY_INTERVAL_MS: 'there is no embedded engine',
  ENGINE_RETENTION_DAYS: 'as above',
  RESEND_BASE_URL: 'for a stand-in',
  TWILIO_BASE_URL: 'for a stand-in',
  CARNET_FAILPOINTS: 'for tests alone, and refused in production',
}

describe('compose.yaml', () => {
  test('names no file that does not exist', () => {
    const files = [...compose.matchAll(/\bscripts\/[\w/-]+\.ts|(?<=\.\/)compose\/[\w.-]+/g)].map(([file]) => file)
    expect(files.length).toBeGreaterThanOrEqual(4)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })

  test('gives the app every setting that a clinic may choose: one that is left out here is silently without effect', () => {
    const names = [...settingsOfTheApp().map(([name]) => name), ...Object.keys(notSaid)]
    expect(names.toSorted()).toEqual([...settingNames].toSorted())
  })

  test('gives the app settings that it takes, and no secret of its own choice', () => {
    const chosen = { CARNET_URL: 'https://clinic.example', INNGEST_SIGNING_KEY: '00ff', INNGEST_EVENT_KEY: 'events' }
    const secrets = { CARNET_SECRET: 's'.repeat(44), POSTGRES_PASSWORD: 'aa' }
    const said: Record<string, string> = { ...chosen, ...secrets }
    const filled = settingsOfTheApp().map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+):([?-])([^}]*)\}/, (_, name, kind, rest) => said[name] ?? (kind === '-' ? rest : '')),
    ])
    const env = parseEnv({ NODE_ENV: 'production', ...Object.fromEntries(filled) })
    expect(env).toMatchObject({ CARNET_DEMO: 'off', INNGEST_BASE_URL: 'http://inngest:8288', ...chosen })
    const secret = /PASSWORD|SECRET|KEY|TOKEN/
    const fixed = [...compose.matchAll(/^\s+(\w+): (?!.*\$\{)\S.*$/gm)].filter(([, name = '']) => secret.test(name))
    expect(fixed).toEqual([])
  })
})

test('the image is built of what npm ci needs first, and runs as nobody special', () => {
  for (const [, files = ''] of dockerfile.matchAll(/^COPY ((?!--|\. ).+) \S+$/gm)) {
    expect(files.split(' ').filter((file) => !existsSync(file))).toEqual([])
  }
  expect(dockerfile).toMatch(/^USER node$/m)
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
  for (const name of ['.env', '.carnet', 'node_modules', '.git']) expect(ignored).toContain(name)
})

test('.env.example speaks of what compose.yaml asks for', () => {
  const example = parseDotEnv(readFileSync('.env.example', 'utf8'))
  const asked = [...compose.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name)
  expect(asked.filter((name) => !(name in example))).toEqual([])
})
