import { expect, test } from 'vitest'
import { changesOf } from './change-stream'

const kept = globalThis as typeof globalThis & {
  carnetLive?: { listeners: Set<unknown> }
  carnetEnding?: { closers: Set<unknown> }
}
const open = () => [kept.carnetLive?.listeners.size, kept.carnetEnding?.closers.size]

test('a stream begins with a change, so that nothing is missed over a reconnect', async () => {
  const leaving = new AbortController()
  const reader = changesOf(() => true, leaving.signal).body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('event: change')
  expect(open()).toEqual([1, 1])
  leaving.abort()
  expect(open()).toEqual([0, 0])
})

test('a reader who leaves, or had left before, leaves nothing behind', async () => {
  await changesOf(() => true, new AbortController().signal).body?.cancel()
  expect(open()).toEqual([0, 0])
  changesOf(() => true, AbortSignal.abort())
  expect(open()).toEqual([0, 0])
})
