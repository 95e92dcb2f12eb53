import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { noInngest, readRun, takeRun } from './e2e-run'

const url = 'http://127.0.0.1:8288'
const keys = { INNGEST_SIGNING_KEY: '00ff', INNGEST_EVENT_KEY: 'events' }

test('without --inngest the embedded engine is under test, whatever the shell has set', () => {
  expect(readRun(['pages', '--headed'], { INNGEST_DEV: '1', ...keys })).toEqual({
    args: ['pages', '--headed'],
    env: noInngest,
  })
})

test.each([
  [['--inngest', url, 'pages', '-x'], {}, { ...noInngest, INNGEST_DEV: url }],
  [['pages', `--inngest=${url}`, '-x'], {}, { ...noInngest, INNGEST_DEV: url }],
  [['pages', '-x', '--inngest', url], keys, { ...keys, INNGEST_DEV: '0', INNGEST_BASE_URL: url }],
])('%j is that server, with keys or as a dev server without, and Playwright gets the rest', (args, given, env) => {
  expect(readRun(args, given)).toEqual({ args: ['pages', '-x'], env })
})

test.each([[['--inngest']], [['--inngest', '--headed']], [['--inngest=']]])('%j asks for the address', (args) => {
  expect(() => readRun(args, {})).toThrow('--inngest must be followed by an address')
})

test('two runs at once have different numbers, and a number is free again after its run', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'carnet-runs-'))
  const [first, second] = [await takeRun(folder), await takeRun(folder)]
  expect(second.number).toBeGreaterThan(first.number)
  first.release()
  expect((await takeRun(folder)).number).toBe(first.number)
  rmSync(folder, { recursive: true })
})
