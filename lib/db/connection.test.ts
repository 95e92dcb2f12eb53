import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { connectionTo } from './connection'

test('what is relied on is said last, after what an address asks for itself', () => {
  const { connectionString, options } = connectionTo(
    'postgres://a:b@db/carnet?sslmode=require&options=-c%20timezone%3DEurope%2FRome&application_name=x',
  )
  expect(connectionString).toBe('postgres://a:b@db/carnet?sslmode=require&application_name=x')
  expect(options).toMatch(/^-c timezone=Europe\/Rome -c .*-c timezone=UTC /)
  expect(options).toContain('-c default_transaction_isolation=read\\ committed')
})

test.each(['postgres://a:b@/carnet?host=%2Frun', 'postgres://db/carnet', 'socket:/run?db=carnet'])(
  '%s stays as it is',
  (url) => expect(connectionTo(url).connectionString).toBe(url),
)

test('nobody connects otherwise', () => {
  const files = execFileSync('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '*.ts',
    '*.tsx',
    '*.mjs',
  ])
  const connects =
    /new (?:pg\.)?(?:Client|Pool|PrismaPg)\((?!\{ \.\.\.database, max|pool,)(?![^)]*connectionTo\()[^)]*\)/
  const otherwise = files
    .toString()
    .split('\n')
    .filter((file) => file && !file.startsWith('bench/peers/') && connects.test(readFileSync(file, 'utf8')))
  expect(otherwise).toEqual([])
})
