import { expect, test } from 'vitest'
import { playwrightTimes, slowest, vitestTimes } from './file-times'

test('a file of Vitest takes from the begin of its first test to the end of its last', () => {
  const report = { testResults: [{ name: `${process.cwd()}/lib/ids.test.ts`, startTime: 1_000, endTime: 3_500 }] }
  expect(vitestTimes(report)).toEqual([{ file: 'lib/ids.test.ts', seconds: 2.5 }])
})

test('a file of Playwright takes as long as all its tests, those in groups and those tried again too', () => {
  const tried = (...durations: number[]) => ({ tests: [{ results: durations.map((duration) => ({ duration })) }] })
  const group = { file: 'day.spec.ts', specs: [tried(500)] }
  const report = { suites: [{ file: 'day.spec.ts', specs: [tried(1_000), tried(2_000, 1_500)], suites: [group] }] }
  expect(playwrightTimes(report)).toEqual([{ file: 'e2e/day.spec.ts', seconds: 5 }])
})

test('the slowest come first, and no more than were asked for', () => {
  const files = [1, 3, 2].map((seconds) => ({ file: `${seconds}.test.ts`, seconds }))
  expect(slowest(files, 2).map(({ seconds }) => seconds)).toEqual([3, 2])
})

test('a run that was cut short has no times, and nothing breaks', () => {
  expect([...vitestTimes({}), ...playwrightTimes({})]).toEqual([])
})
