import { describe, expect, test } from 'vitest'
import { readWording } from '@/tests/house/translations'
import en from './en.json'
import fr from './fr.json'

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
  test('everything they say is said somewhere', () => {
    const { asked } = readWording()
    expect(keys(en).filter((key) => !asked.some((pattern) => pattern.test(key)))).toEqual([])
  })
  test('nothing is said but through them', () => {
    expect(readWording().hardCoded).toEqual([])
  })
  test('French has its apostrophes, and its spaces before a colon, where no line breaks', () => {
    const texts = keys(fr).map((path) =>
      path.split('.').reduce<unknown>((one, name) => (one as Record<string, unknown>)[name], fr),
    )
    expect(texts.filter((text) => /[a-zà-ÿ]'[a-zà-ÿ]/i.test(String(text)))).toEqual([])
    expect(texts.filter((text) => /[a-zà-ÿ]:(?!\/)/i.test(String(text)))).toEqual([])
    expect(texts.filter((text) => / [:;?!»]|« /.test(String(text)))).toEqual([])
  })
})
