import { existsSync, readFileSync } from 'node:fs'
import { parseEnv as parseDotEnv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parseEnv } from '@/lib/env'

const compose = readFileSync('compose.yaml', 'utf8')
const dockerfile = readFileSync('Dockerfile', 'utf8')

/** The settings that every service of the app is given, as they stand in the file. */
function settingsOfTheApp(): [name: string, value: string][] {
  const [, block = ''] = /environment: &settings\n((?: {4}\w+: .*\n)+)/.exec(compose) ?? []
  return [...block.matchAll(/^ {4}(\w+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value])
}

describe('compose.yaml', () => {
  test('names no file that does not exist', () => {
    const files = [...compose.matchAll(/\bscripts\/[\w-]+\.ts|(?<=\.\/)compose\/[\w.-]+/g)].map(([file]) => file)
    expect(files.length).toBeGreaterThanOrEqual(4)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })

  test('gives the app settings that it takes, and no secret of its own choice', () => {
    const chosen = { CARNET_URL: 'https://clinic.example', INNGEST_SIGNING_KEY: '00ff', INNGEST_EVENT_KEY: 'events' }
    const secrets = { CARNET_SECRET: 's'.repeat(44), POSTGRES_PASSWORD: 'aa' }
    const said: Record<string, string> = { ...chosen, ...secrets }
    const filled = settingsOfTheApp().map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+):([?-])([^}]*)\}/, (_, asked, kind, rest) => said[asked] ?? (kind === '-' ? rest : '')),
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
