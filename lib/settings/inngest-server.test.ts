import { describe, expect, test } from 'vitest'
import { calledBackAt, chooseInngest, type InngestSettings } from './inngest-server'

const key = 'signkey-prod-0123456789abcdef'
const keys = { INNGEST_SIGNING_KEY: key, INNGEST_EVENT_KEY: 'events' }
const near = { INNGEST_BASE_URL: 'http://127.0.0.1:8288/', ...keys }
const far = { INNGEST_BASE_URL: 'http://inngest:8288', ...keys }

type Given = Partial<InngestSettings>
const choose = (settings: Given) => chooseInngest({ CARNET_DEMO: 'on', ...settings })

describe('the server that the settings name', () => {
  const local = { kind: 'dev', namedBy: 'INNGEST_DEV', url: 'http://localhost:8288', eventUrl: 'http://localhost:8288' }
  const other = 'http://127.0.0.1:9000'
  const own = { kind: 'self-hosted', namedBy: 'INNGEST_BASE_URL' }
  const reached = 'https://clinic.example'
  const cloud = {
    kind: 'cloud',
    namedBy: 'INNGEST_SIGNING_KEY',
    url: 'https://api.inngest.com',
    eventUrl: 'https://inn.gs',
  }

  test.each<[Given, unknown]>([
    [{}, undefined],
    [{ INNGEST_DEV: '0' }, undefined],
    [{ INNGEST_DEV: 'False' }, undefined],
    [{ INNGEST_DEV: '1' }, local],
    [{ INNGEST_DEV: 'true', INNGEST_EVENT_KEY: 'any' }, local],
    [{ INNGEST_DEV: `${other}/` }, { kind: 'dev', url: other, eventUrl: other }],
    [{ INNGEST_DEV: '127.0.0.1:9000' }, { kind: 'dev', url: other }],
    [
      { INNGEST_DEV: '1', INNGEST_BASE_URL: other },
      { kind: 'dev', namedBy: 'INNGEST_BASE_URL', url: other },
    ],
    [near, { ...own, url: 'http://127.0.0.1:8288', eventUrl: 'http://127.0.0.1:8288' }],
    [{ ...near, INNGEST_DEV: '0' }, own],
    [{ ...near, INNGEST_SIGNING_KEY: '00ff' }, own],
    [
      { ...far, CARNET_URL: reached },
      { ...own, url: 'http://inngest:8288' },
    ],
    [{ ...far, INNGEST_SERVE_ORIGIN: 'http://app:3000' }, own],
    [{ ...far, INNGEST_SERVE_ORIGIN: 'http://localhost:3000' }, own],
    [{ ...keys, CARNET_URL: reached }, cloud],
    [{ ...near, CARNET_DEMO: 'off' }, own],
  ])('%j', (settings, server) => {
    const choice = choose(settings)
    if (server) expect(choice).toMatchObject({ server })
    else expect(choice).toEqual({ server: undefined })
  })
})

describe('half a choice is one sentence that names the setting and the cure', () => {
  test.each<[Given, RegExp]>([
    [{ INNGEST_DEV: 'http://' }, /^INNGEST_DEV must be 1, or the address/],
    [{ INNGEST_DEV: 'ftp://127.0.0.1' }, /^INNGEST_DEV must be 1, or the address/],
    [{ INNGEST_DEV: '1', INNGEST_BASE_URL: 'inngest' }, /^INNGEST_BASE_URL must be the address/],
    [
      { INNGEST_DEV: 'http://127.0.0.1:8288', INNGEST_BASE_URL: 'http://127.0.0.1:9' },
      /^INNGEST_DEV and .* two servers/,
    ],
    [{ INNGEST_DEV: '1', CARNET_DEMO: 'off' }, /^INNGEST_DEV .* for trials.*set INNGEST_BASE_URL and both keys/],
    [{ INNGEST_BASE_URL: 'inngest:8288', ...keys }, /^INNGEST_BASE_URL must be the address/],
    [{ INNGEST_BASE_URL: near.INNGEST_BASE_URL }, /^INNGEST_SIGNING_KEY is missing, and INNGEST_BASE_URL alone/],
    [{ ...near, INNGEST_SIGNING_KEY: undefined }, /^INNGEST_SIGNING_KEY is missing/],
    [{ ...near, INNGEST_EVENT_KEY: undefined }, /^INNGEST_EVENT_KEY is missing, and INNGEST_BASE_URL alone/],
    [{ INNGEST_SIGNING_KEY: key }, /^INNGEST_EVENT_KEY is missing, and INNGEST_SIGNING_KEY alone/],
    [{ INNGEST_EVENT_KEY: 'events' }, /^INNGEST_SIGNING_KEY is missing, and INNGEST_EVENT_KEY alone/],
    [{ ...near, INNGEST_SIGNING_KEY: 'my secret' }, /^INNGEST_SIGNING_KEY must be hexadecimal.*openssl rand -hex 32/],
    [{ ...near, INNGEST_SIGNING_KEY: 'abc' }, /^INNGEST_SIGNING_KEY must be hexadecimal/],
    [
      keys,
      /^INNGEST_SERVE_ORIGIN must say where Inngest Cloud reaches the app: for it, http:\/\/localhost is not this machine/,
    ],
    [{ ...keys, INNGEST_SERVE_ORIGIN: 'http://127.0.0.1:3000' }, /^INNGEST_SERVE_ORIGIN must say/],
    [far, /^INNGEST_SERVE_ORIGIN must say where http:\/\/inngest:8288 reaches the app/],
    [{ ...far, CARNET_URL: 'http://localhost:3000' }, /^INNGEST_SERVE_ORIGIN must say.*http:\/\/localhost:3000/],
  ])('%j', (settings, sentence) => {
    const choice = choose(settings)
    if (!('wrong' in choice)) throw new Error('nothing was wrong')
    const said = `${choice.wrong.name} ${choice.wrong.sentence}`
    expect(said).toMatch(sentence)
    expect(said).not.toMatch(/\n|my secret/)
  })
})

test('a server calls the app where it was told to, else where people reach it, else on this machine', () => {
  const [told, home, here] = ['http://app:3000/', 'https://clinic.example/praxis', 'http://127.0.0.1:3000']
  const settings = { CARNET_DEMO: 'on' } as const
  expect(calledBackAt({ ...settings, INNGEST_SERVE_ORIGIN: told, CARNET_URL: home }, here)).toBe('http://app:3000')
  expect(calledBackAt({ ...settings, CARNET_URL: home }, here)).toBe('https://clinic.example')
  expect(calledBackAt(settings, here)).toBe(here)
})
