import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/** How many checks held and how many did not. */
export type Tally = { passed: number; failed: number }

const folder = path.resolve('.carnet/reports')

/** Runs one of npm's commands in front of us; it counts as one check. */
export async function guard(name: string, command: string, ...args: string[]): Promise<Tally> {
  const begin = Date.now()
  const code = await run(command, args)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - begin) / 1000).toFixed(1)} s)`)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Runs one of Vitest's projects and counts its tests. A run that ends badly without a failed test counts as one. */
export async function vitest(project: 'unit' | 'db'): Promise<Tally> {
  const report = freshReport(`${project}.json`)
  const code = await run('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ])
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(report)
  return counted(code, numPassedTests, numFailedTests)
}

/** Runs the browser tests and counts them. */
export async function playwright(): Promise<Tally> {
  const report = freshReport('e2e.json')
  const code = await run('tsx', ['scripts/e2e.ts', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  const { expected = 0, unexpected = 0, flaky = 0 } = readReport(report).stats ?? {}
  return counted(code, expected, unexpected + flaky)
}

/** The sum of several. */
export function sum(tallies: readonly Tally[]): Tally {
  const add = (one: Tally, other: Tally) => ({ passed: one.passed + other.passed, failed: one.failed + other.failed })
  return tallies.reduce(add, { passed: 0, failed: 0 })
}

/** Prints the closing line and ends the process accordingly. */
export function close({ passed, failed }: Tally): never {
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed === 0 && passed > 0 ? 0 : 1)
}

type Report = {
  numPassedTests?: number
  numFailedTests?: number
  stats?: { expected?: number; unexpected?: number; flaky?: number }
}

function counted(code: number, passed: number, failed: number): Tally {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
}

function freshReport(name: string): string {
  mkdirSync(folder, { recursive: true })
  rmSync(path.join(folder, name), { force: true })
  return path.join(folder, name)
}

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return {}
  }
}

function run(command: string, args: readonly string[], extra: Record<string, string> = {}): Promise<number> {
  const bin = path.resolve('node_modules/.bin', command)
  const child = spawn(bin, args, { stdio: 'inherit', env: { ...process.env, ...extra } })
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
