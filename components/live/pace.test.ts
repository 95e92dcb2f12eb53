import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { minuteMs } from '@/lib/domain/time'
import { makePace } from './pace'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A page whose readings take so long; answers with when each began, counted from its opening. */
function page(takesMs: number) {
  const openedAt = Date.now()
  const began: number[] = []
  const pace = makePace(() => {
    began.push(Date.now() - openedAt)
    setTimeout(() => pace.ended(), takesMs)
  })
  return { pace, began }
}

async function hint(pace: { want: () => void }, everyMs: number, forMs: number) {
  for (let passed = 0; passed < forMs; passed += everyMs) {
    pace.want()
    await vi.advanceTimersByTimeAsync(everyMs)
  }
}

test('a hint is followed by one reading, and none by none', async () => {
  const { pace, began } = page(100)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(began).toEqual([])
  pace.want()
  await vi.advanceTimersByTimeAsync(minuteMs)
  expect(began).toEqual([5_000])
})
test('four hints a second make a quick page read itself every second and a half, and once more after the last', async () => {
  const { pace, began } = page(100)
  await hint(pace, 250, 5_750)
  expect(began).toEqual([1_500, 3_000, 4_500])
  await vi.advanceTimersByTimeAsync(minuteMs)
  expect(began).toEqual([1_500, 3_000, 4_500, 6_000])
})
test('a page that takes more than a second is read every three, and a slower one rests as long as it worked', async () => {
  const slow = page(1_500)
  await hint(slow.pace, 250, 10_000)
  expect(slow.began).toEqual([1_500, 4_500, 7_500])
  const slower = page(4_000)
  await hint(slower.pace, 250, 20_000)
  expect(slower.began).toEqual([1_500, 9_500, 17_500])
})
test('while somebody goes to another page no reading begins, and what was wanted is made good on arrival', async () => {
  const { pace, began } = page(100)
  pace.leaving(true)
  await hint(pace, 250, 10_000)
  expect(began).toEqual([])
  pace.leaving(false)
  expect(began).toEqual([10_000])
})
test('a page that is gone is not read', async () => {
  const { pace, began } = page(100)
  pace.want()
  pace.stop()
  await vi.advanceTimersByTimeAsync(minuteMs)
  expect(began).toEqual([])
})
