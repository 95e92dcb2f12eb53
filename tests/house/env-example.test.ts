import { readFileSync } from 'node:fs'
import { parseEnv as parseDotEnv } from 'node:util'
import { expect, test } from 'vitest'
import { settingNames, startEnv } from '@/lib/settings/env'

const example = parseDotEnv(readFileSync('.env.example', 'utf8')) as Record<string, string>

test('.env.example, copied as it stands, changes nothing', () => {
  expect(startEnv(example)).toEqual(startEnv({}))
})

test('.env.example speaks of every setting a person may choose, and of no other', () => {
  const forCompose = ['POSTGRES_PASSWORD', 'INNGEST_POSTGRES_PASSWORD']
  const names = [...settingNames.filter((name) => name !== 'NODE_ENV'), ...forCompose]
  expect(Object.keys(example).toSorted()).toEqual(names.toSorted())
})
