import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, isStillRunning } from './processes'
import { takeRunFile } from './run-file'

let folder: string
const file = () => path.join(folder, 'run.json')
const left = (pid: number, children: unknown[] = []) =>
  writeFileSync(file(), JSON.stringify({ ...identify(pid), birth: 'in another life', address: null, children }))

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'carnet-run-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a second start is told who runs the clinic and where', () => {
  takeRunFile(folder).note({ address: 'http://localhost:3000' })
  expect(() => takeRunFile(folder)).toThrow(
    `Carnet is already running here, as process ${process.pid}, on http://localhost:3000.`,
  )
})

test('a start after an orderly end finds nothing left over, and no file is left behind', () => {
  takeRunFile(folder).release()
  expect(readdirSync(folder)).toEqual([])
  expect(takeRunFile(folder).leftOver).toEqual([])
})

test('a run whose number now belongs to somebody else was killed: its children are handed on', () => {
  const child = { name: 'The app', pid: 4_000_000, birth: 'x' }
  left(process.pid, [child])
  expect(takeRunFile(folder).leftOver).toEqual([child])
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ ...identify(process.pid), children: [child] })
  expect(readdirSync(folder)).toEqual(['run.json'])
})

test('a start that was killed while it took over is taken over in its turn', () => {
  left(4_000_001)
  const taking = JSON.stringify({ pid: 4_000_002, birth: 'x', address: null, children: [] })
  writeFileSync(`${file()}.after-4000001`, taking)
  takeRunFile(folder)
  expect(readdirSync(folder)).toEqual(['run.json'])
})

test('a file that a power cut has emptied belongs to nobody', () => {
  writeFileSync(file(), '')
  expect(takeRunFile(folder).leftOver).toEqual([])
})

test('a process that has ended is not taken for one that runs, though its number is known', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const identity = identify(child.pid ?? 0)
  expect(isStillRunning(identity)).toBe(true)
  expect(isStillRunning({ ...identity, birth: 'in another life' })).toBe(false)
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  expect(isStillRunning(identity)).toBe(false)
})
