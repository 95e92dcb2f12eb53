import { expect, test } from 'vitest'
import type { Hint } from '@/lib/domain/hint'
import { changesOf } from './change-stream'
import { openStream } from './stream-limit'

const kept = globalThis as typeof globalThis & {
  carnetLive?: { listeners: Set<(hint: Hint | undefined) => void> }
  carnetEnding?: { closers: Set<unknown> }
  carnetStreams?: { inAll: number }
}
const open = () => [kept.carnetLive?.listeners.size, kept.carnetEnding?.closers.size, kept.carnetStreams?.inAll]
const reader = { known: 'Amina' }
const all = (signal: AbortSignal) => changesOf({ reader, tell: (hint) => hint, signal })
const hint: Hint = { of: 'visit', doctor: 'Vasseur', visit: 'one', run: null, isRequest: true, from: null, to: null }

test('a stream begins with a change of nothing known, so that nothing is missed over a reconnect', async () => {
  const leaving = new AbortController()
  const stream = all(leaving.signal).body?.getReader()
  expect(new TextDecoder().decode((await stream?.read())?.value)).toContain('event: change\ndata: null')
  expect(open()).toEqual([1, 1, 1])
  leaving.abort()
  expect(open()).toEqual([0, 0, 0])
})

test('a reader who leaves, or had left before, leaves nothing behind', async () => {
  await all(new AbortController().signal).body?.cancel()
  expect(open()).toEqual([0, 0, 0])
  all(AbortSignal.abort())
  expect(open()).toEqual([0, 0, 0])
})

test('a reader hears what is told of a change, and nothing of one that does not concern them', async () => {
  const leaving = new AbortController()
  const tell = ({ visit }: Hint) => (visit === 'one' ? { visit } : undefined)
  const stream = changesOf({ reader, tell, signal: leaving.signal }).body?.getReader()
  await stream?.read()
  for (const said of [{ ...hint, visit: 'other' }, hint])
    for (const hear of kept.carnetLive?.listeners ?? []) hear(said)
  expect(new TextDecoder().decode((await stream?.read())?.value)).toBe('event: change\ndata: {"visit":"one"}\n\n')
  leaving.abort()
})

test('one who opens too many is answered 503 and when to come again, and others are not', async () => {
  const leaving = Array.from({ length: 22 }, () => new AbortController())
  const [last, ...others] = leaving.map(({ signal }) => signal)
  const answers = others.map(all)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(20)
  expect(answers.at(-1)?.status).toBe(503)
  expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
  const other = changesOf({ reader: { known: 'Karim' }, tell: (hint) => hint, signal: last ?? AbortSignal.abort() })
  expect(other.status).toBe(200)
  for (const one of leaving) one.abort()
  expect(open()).toEqual([0, 0, 0])
})

test('strangers are limited together, and leave room for those who are known', () => {
  const unknown = { stranger: null }
  const places = Array.from({ length: 2_000 }, () => openStream(unknown)).filter((place) => place !== undefined)
  expect(places).toHaveLength(1_500)
  expect(openStream({ stranger: '203.0.113.7' })).toBeUndefined()
  const known = openStream(reader)
  expect(known).toBeDefined()
  for (const leave of [...places, known]) leave?.()
  expect(open().at(-1)).toBe(0)
})

test('strangers whose address the proxy says are limited each', () => {
  const one = { stranger: '203.0.113.7' }
  const places = Array.from({ length: 30 }, () => openStream(one)).filter((place) => place !== undefined)
  expect(places).toHaveLength(20)
  const other = openStream({ stranger: '203.0.113.8' })
  expect(other).toBeDefined()
  for (const leave of [...places, other]) leave?.()
})
