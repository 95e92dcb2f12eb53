import { expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs, secondMs } from '@/lib/domain/time'
import { age } from './age'

test.each([
  [0, '1 s'],
  [46_900, '46 s'],
  [38 * minuteMs + 59 * secondMs, '38 min'],
  [hourMs + 2 * minuteMs + 5 * secondMs, '1 h 2 min'],
  [3 * dayMs + 20 * hourMs, '3 d'],
])('what stands for %d ms stands for %s', (ms, words) => expect(age(ms, 'en')).toBe(words))
