import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Act, holdBack, pendingActs, sendAll, takeBack } from './pending-acts'

const confirm = (requestId: string): Act => ({ act: 'confirm', requestId, appointmentId: `of ${requestId}` })
const move = (requestId: string, slot: string): Act => ({ act: 'move', requestId, appointmentId: 'one', slot })

let sent: string[] = []
beforeEach(() => {
  sent = []
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (_: string, { body, keepalive }: { body: string; keepalive: boolean }) => {
    expect(keepalive).toBe(true)
    sent.push(JSON.parse(body).requestId)
    return Response.json({ refused: null, nearest: [] })
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
  await vi.advanceTimersByTimeAsync(60_000)
  expect([sent, pendingActs.read()]).toEqual([[], []])
})
test('what is not taken back is sent once, shown until the page has read itself again, and then forgotten', async () => {
  const answers: unknown[] = []
  const key = holdBack([confirm('b')], 8_000, (all) => answers.push(...all))
  await vi.advanceTimersByTimeAsync(8_000)
  expect(sent).toEqual(['b'])
  expect(takeBack(key)).toBe(false)
  expect(answers).toMatchObject([{ answer: { refused: null } }])
  expect(pendingActs.read()).toMatchObject([{ requestId: 'b', state: 'done' }])
  await vi.advanceTimersByTimeAsync(60_000)
  expect([sent, pendingActs.read()]).toEqual([['b'], []])
})
test('a page that is left sends at once what waits, each once', async () => {
  holdBack([confirm('c'), confirm('d')], 8_000, () => {})
  sendAll()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toEqual(['c', 'd'])
})
test('a visit that is moved again meanwhile is moved once, to where it was dropped last', async () => {
  const answers: unknown[] = []
  holdBack([move('e', '09:00')], 8_000, (all) => answers.push(all))
  holdBack([move('f', '10:00')], 8_000, () => {})
  await vi.advanceTimersByTimeAsync(60_000)
  expect([sent, answers]).toEqual([['f'], [[]]])
})
test('what could not be sent, or is refused, is told and no longer shown', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')))
  const answers: unknown[] = []
  holdBack([confirm('g')], 8_000, (all) => answers.push(...all))
  await vi.advanceTimersByTimeAsync(8_000)
  expect(answers).toMatchObject([{ answer: { refused: 'not_sent' } }])
  expect(pendingActs.read()).toEqual([])
})
