import { describe, expect, test } from 'vitest'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import { blindIndex, open, seal } from './db/sealed'
import { parseEnv } from './env'
import { idFrom, isId, newId } from './ids'
import { signVisit, visitOf } from './visit-link'

const settings = {
  DATABASE_URL: 'postgresql://carnet:secret@127.0.0.1:5432/carnet',
  CARNET_SECRET: 'a secret for the tests, long enough to be one',
  CARNET_URL: 'http://localhost:3000',
}

describe('settings', () => {
  test('an empty one counts as unset', () => {
    expect(parseEnv({ ...settings, RESEND_API_KEY: '', LOG_LEVEL: '' })).toMatchObject({ LOG_LEVEL: 'info' })
  })
  test('a wrong one is named in a sentence', () => {
    expect(() => parseEnv({ ...settings, DATABASE_URL: 'localhost' })).toThrow(/DATABASE_URL must look like/)
    expect(() => parseEnv({ ...settings, CARNET_SECRET: 'short' })).toThrow(/at least 32 characters/)
    expect(() => parseEnv({ ...settings, SAGA_BACKOFF_MS: '1000,soon' })).toThrow(/SAGA_BACKOFF_MS/)
  })
})

describe('ids', () => {
  test('one that follows from another is always the same, and a valid version 5', () => {
    const namespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
    expect(idFrom(namespace, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
    expect(isId(idFrom(newId(), 'anything'))).toBe(true)
    expect(isId("' or 1=1 --")).toBe(false)
  })
})

describe('sealed columns', () => {
  test('open only where they were sealed, and not when changed', () => {
    const sealed = seal('Amina Haddad', 'patient.name')
    expect(open(sealed, 'patient.name')).toBe('Amina Haddad')
    expect(() => open(sealed, 'patient.email')).toThrow()
    sealed[30] = (sealed[30] ?? 0) ^ 1
    expect(() => open(sealed, 'patient.name')).toThrow()
  })
  test('look different each time; the index of an address does not', () => {
    expect(seal('x', 'patient.name')).not.toEqual(seal('x', 'patient.name'))
    expect(blindIndex(' Amina@Example.org')).toEqual(blindIndex('amina@example.org'))
  })
})

describe('a patient’s link', () => {
  test('leads to its visit, and a changed one to none', async () => {
    const id = newId()
    const token = await signVisit(id)
    expect(await visitOf(token)).toBe(id)
    expect(await visitOf(`${token.slice(0, -2)}AA`)).toBeUndefined()
    expect(await visitOf('nonsense')).toBeUndefined()
  })
})

describe('the two languages', () => {
  const keys = (node: object, path = ''): string[] =>
    Object.entries(node).flatMap(([name, value]) =>
      typeof value === 'string' ? [`${path}${name}`] : keys(value, `${path}${name}.`),
    )
  test('say the same things, and name the same values', () => {
    expect(keys(en)).toEqual(keys(fr))
    const names = (text: unknown) =>
      [...new Set(String(text).match(/(?<!=\d |one |other )\{\w+(?=[,}])/g))]
        .map((name) => name.toLowerCase())
        .toSorted()
    const at = (node: object, path: string) =>
      path.split('.').reduce<unknown>((one, name) => (one as Record<string, unknown>)[name], node)
    const different = keys(en).filter((path) => names(at(en, path)).join() !== names(at(fr, path)).join())
    expect(different).toEqual([])
  })
  test('French has its apostrophes and its spaces before a colon', () => {
    const texts = keys(fr).map((path) =>
      path.split('.').reduce<unknown>((one, name) => (one as Record<string, unknown>)[name], fr),
    )
    expect(texts.filter((text) => /[a-zà-ÿ]'[a-zà-ÿ]/i.test(String(text)))).toEqual([])
    expect(texts.filter((text) => /[a-zà-ÿ]:(?!\/)/i.test(String(text)))).toEqual([])
  })
})
