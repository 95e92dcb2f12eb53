import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import {
  type FileTime,
  type PlaywrightReport,
  playwrightTimes,
  slowest,
  type VitestReport,
  vitestTimes,
} from './file-times'
import { type Output, runCommand } from './run-command'

/** How many checks held and how many did not, and what took how long. */
export type Tally = {
  passed: number
  failed: number
  phases: { name: string; seconds: number }[]
  files: FileTime[]
}

const folder = path.resolve('.carnet/reports')

/** Runs one of npm's commands in front of us; it counts as one check. */
export async function guard(name: string, command: string, ...args: string[]): Promise<Tally> {
  const { code, seconds } = await runCommand(command, args)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, phases: [{ name, seconds }], files: [] }
}

/** Runs one of Vitest's projects and counts its tests. A run that ends badly without a failed test counts as one. */
export async function vitest(project: 'unit' | 'db', env?: Record<string, string>): Promise<Tally> {
  const kept = freshReport(`${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${kept}`]
  const { code, seconds } = await runCommand('vitest', ['run', '--project', `${project}*`, ...reporters], { env })
  const report: VitestReport = readReport(kept)
  const { numPassedTests = 0, numFailedTests = 0 } = report
  const phases = [{ name: `${project} tests`, seconds }]
  return { ...counted(code, numPassedTests, numFailedTests), phases, files: vitestTimes(report) }
}

/** Runs the browser tests and counts them. */
export async function playwright(env: Record<string, string>, output: Output): Promise<Tally> {
  const kept = freshReport('e2e.json')
  const { code, seconds } = await runCommand('node', ['--import', 'tsx', 'scripts/e2e.ts', '--reporter=list,json'], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: kept },
    output,
  })
  const report: PlaywrightReport = readReport(kept)
  const { expected = 0, unexpected = 0, flaky = 0 } = report.stats ?? {}
  const phases = [{ name: 'browser tests', seconds }]
  return { ...counted(code, expected, unexpected + flaky), phases, files: playwrightTimes(report) }
}

/** Returns the sum of several. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    phases: tallies.flatMap(({ phases }) => phases),
    files: tallies.flatMap(({ files }) => files),
  }
}

/** Prints what took how long and the closing line, and ends the process accordingly. */
export function close({ passed, failed, phases, files }: Tally): never {
  console.log('\nSeconds of each phase; some run beside each other')
  for (const { name, seconds } of [...phases, { name: 'all', seconds: process.uptime() }]) printTime(seconds, name)
  console.log('\nThe slowest files of tests')
  for (const { file, seconds } of slowest(files)) printTime(seconds, file)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed === 0 && passed > 0 ? 0 : 1)
}

function printTime(seconds: number, name: string): void {
  console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}`)
}

function counted(code: number, passed: number, failed: number): Pick<Tally, 'passed' | 'failed'> {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
}

function freshReport(name: string): string {
  mkdirSync(folder, { recursive: true })
  rmSync(path.join(folder, name), { force: true })
  return path.join(folder, name)
}

function readReport<Report extends object>(file: string): Partial<Report> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return {}
  }
}
