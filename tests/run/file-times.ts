import path from 'node:path'
import { secondMs } from '@/lib/domain/time'

/** How many seconds the tests of one file took. */
export type FileTime = { file: string; seconds: number }

/** What Vitest's `json` reporter writes, as far as it is read here. */
export type VitestReport = {
  numPassedTests?: number
  numFailedTests?: number
  testResults?: { name: string; startTime: number; endTime: number }[]
}

/** What Playwright's `json` reporter writes, as far as it is read here. */
export type PlaywrightReport = {
  stats?: { expected?: number; unexpected?: number; flaky?: number }
  suites?: Suite[]
}

type Suite = { file: string; specs?: { tests: { results: { duration: number }[] }[] }[]; suites?: Suite[] }

/** Returns how long each file of a run of Vitest took, its hooks with it; the import of its modules is not counted. */
export function vitestTimes({ testResults = [] }: VitestReport): FileTime[] {
  return testResults.map(({ name, startTime, endTime }) => ({
    file: path.relative('.', name),
    seconds: (endTime - startTime) / secondMs,
  }))
}

/** Returns how long the tests of each file of a run of Playwright took, one after another. */
export function playwrightTimes({ suites = [] }: PlaywrightReport): FileTime[] {
  return suites.map((suite) => ({ file: path.join('e2e', suite.file), seconds: durationMs(suite) / secondMs }))
}

/** Returns the files that took longest, the longest first. */
export function slowest(files: readonly FileTime[], count = 10): FileTime[] {
  return files.toSorted((a, b) => b.seconds - a.seconds).slice(0, count)
}

function durationMs({ specs = [], suites = [] }: Suite): number {
  const results = specs.flatMap(({ tests }) => tests.flatMap((test) => test.results))
  const own = results.reduce((total, { duration }) => total + duration, 0)
  return suites.reduce((total, suite) => total + durationMs(suite), own)
}
