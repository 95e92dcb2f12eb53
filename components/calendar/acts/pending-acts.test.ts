import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { minuteMs } from '@/lib/domain/time'
import { holdBack, lastHeld, pendingActs, sendAll, type ToldAct, takeBack } from './pending-acts'
import { unsentActs } from './unsent-acts'

const told = { patientName: 'Amina Haddad', when: '08:00' }
const confirm = (requestId: string): ToldAct => ({
  act: 'confirm',
  requestId,
  appointmentId: `of ${requestId}`,
  ...told,
})
const move = (requestId: string, slot: string): ToldAct => ({
  act: 'move',
  requestId,
  appointmentId: 'one',
  slot,
  ...told,
})

/** What a tab keeps over its pages. */
function tabStorage() {
  const kept = new Map<string, string>()
  const getItem = (key: string) => kept.get(key) ?? null
  return {
    getItem,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  }
}

let sent: string[] = []
let requests = 0
beforeEach(() => {
  sent = []
  requests = 0
  vi.stubGlobal('sessionStorage', tabStorage())
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (_: string, { body, keepalive }: { body: string; keepalive: boolean }) => {
    expect(keepalive).toBe(true)
    expect(body).not.toContain(told.patientName)
    const { acts } = JSON.parse(body) as { acts: ToldAct[] }
    requests++
    sent.push(...acts.map(({ requestId }) => requestId))
    return Response.json({ answers: acts.map(({ requestId }) => ({ requestId, refusal: null })) })
  })
})
afterEach(async () => {
  sendAll()
  await vi.runAllTimersAsync()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what is taken back in time is never sent, and is no longer shown', async () => {
  const key = holdBack([confirm('a')], 8_000, () => {})
  expect(pendingActs.read()).toMatchObject([{ requestId: 'a', state: 'waiting' }])
  await vi.advanceTimersByTimeAsync(7_999)
  expect(takeBack(key)).toBe(true)
  await vi.advanceTimersByTimeAsync(minuteMs)
  expect([sent, pendingActs.read()]).toEqual([[], []])
})
test('what is not taken back is sent once, shown until the page has read itself again, and then forgotten', async () => {
  const answers: unknown[] = []
  const key = holdBack([confirm('b')], 8_000, (all) => answers.push(...all))
  await vi.advanceTimersByTimeAsync(8_000)
  expect(sent).toEqual(['b'])
  expect(takeBack(key)).toBe(false)
  expect(answers).toMatchObject([{ answer: { refusal: null } }])
  expect(pendingActs.read()).toMatchObject([{ requestId: 'b', state: 'done' }])
  await vi.advanceTimersByTimeAsync(minuteMs)
  expect([sent, pendingActs.read()]).toEqual([['b'], []])
})
test('a page that is left sends at once what waits, each once, and all of it in one request', async () => {
  const answers: unknown[][] = []
  holdBack([confirm('c'), confirm('d')], 8_000, (all) => answers.push(all))
  holdBack([confirm('e')], 8_000, (all) => answers.push(all))
  sendAll()
  await vi.advanceTimersByTimeAsync(minuteMs)
  expect([sent, requests]).toEqual([['c', 'd', 'e'], 1])
  expect(answers.map((all) => all.length)).toEqual([2, 1])
})
test('what is held is taken back from the last on, one press after the other', async () => {
  for (const one of ['x', 'y', 'z']) holdBack([confirm(one)], 8_000, () => {})
  expect(lastHeld()).toBe('z')
  takeBack('z')
  expect(lastHeld()).toBe('y')
  await vi.advanceTimersByTimeAsync(8_000)
  expect([sent, lastHeld()]).toEqual([['x', 'y'], undefined])
})
test('of several in one request, what is refused is told apart from what was carried out', async () => {
  const refusal = { field: null, name: 'slot_past', data: null }
  vi.stubGlobal('fetch', async () =>
    Response.json({
      answers: [
        { requestId: 'r', refusal },
        { requestId: 's', refusal: null },
      ],
    }),
  )
  const answers: unknown[] = []
  holdBack([confirm('r'), confirm('s'), confirm('t')], 8_000, (all) => answers.push(...all))
  await vi.advanceTimersByTimeAsync(8_000)
  // The server said nothing of the third.
  expect(answers).toMatchObject([
    { answer: { refusal } },
    { answer: { refusal: null } },
    { answer: { refusal: { name: 'not_sent' } } },
  ])
  expect(pendingActs.read()).toMatchObject([{ requestId: 's', state: 'done' }])
})
test('a visit that is moved again meanwhile is moved once, to where it was dropped last', async () => {
  const answers: unknown[] = []
  holdBack([move('e', '09:00')], 8_000, (all) => answers.push(all))
  holdBack([move('f', '10:00')], 8_000, () => {})
  await vi.advanceTimersByTimeAsync(minuteMs)
  expect([sent, answers]).toEqual([['f'], [[]]])
})
test('what could not be sent, or is refused, is told and no longer shown', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')))
  const answers: unknown[] = []
  holdBack([confirm('g')], 8_000, (all) => answers.push(...all))
  await vi.advanceTimersByTimeAsync(8_000)
  expect(answers).toMatchObject([{ answer: { refusal: { name: 'not_sent' } } }])
  expect(pendingActs.read()).toEqual([])
})
test('what waits is noted in the tab until it was carried out, taken back or refused by a word of its own', async () => {
  holdBack([confirm('h')], 8_000, () => {})
  expect(unsentActs.read()).toEqual([{ act: 'confirm', appointmentId: 'of h', hasFailed: false }])
  await vi.advanceTimersByTimeAsync(8_000)
  expect(unsentActs.read()).toEqual([])
  takeBack(holdBack([confirm('i')], 8_000, () => {}))
  expect(unsentActs.read()).toEqual([])
  vi.stubGlobal('fetch', async () =>
    Response.json({ answers: [{ requestId: 'j', refusal: { field: null, name: 'slot_past', data: null } }] }),
  )
  holdBack([confirm('j')], 8_000, () => {})
  await vi.advanceTimersByTimeAsync(8_000)
  expect(unsentActs.read()).toEqual([])
})
test('what could not be sent stays noted, until the same is done again and carried out', async () => {
  const works = globalThis.fetch
  // Whoever is no longer signed in is led to a page, which is no answer.
  vi.stubGlobal('fetch', async () => new Response('<html>'))
  holdBack([move('k', '09:00')], 8_000, () => {})
  await vi.advanceTimersByTimeAsync(8_000)
  expect(unsentActs.read()).toEqual([{ act: 'move', appointmentId: 'one', slot: '09:00', hasFailed: true }])
  vi.stubGlobal('fetch', works)
  holdBack([move('l', '10:00')], 8_000, () => {})
  await vi.advanceTimersByTimeAsync(8_000)
  expect(unsentActs.read()).toEqual([])
})
