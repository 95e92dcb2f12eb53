import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { notOfSagas } from '@/e2e/log-sentences'

/** The sentence of each call of the log: the last thing that it is given. */
function sentencesIn(source: string): string[] {
  return [...source.matchAll(/\blog\(\)[.[](?!child)[\s\S]*?'([^']+)',?\s*\)/g)].map(([, sentence = '']) => sentence)
}

test('what is logged without a saga is in the list of what is not about one, and nothing else is', () => {
  const sources = ['app', 'components', 'lib', 'inngest', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith('db/generated'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8')),
  )
  const calls = sources.flatMap((source) => source.match(/\blog\(\)[.[](?!child)/g) ?? [])
  const said = sources.flatMap(sentencesIn)
  expect(said).toHaveLength(calls.length)
  expect([...new Set(said)].toSorted()).toEqual(notOfSagas)
})
