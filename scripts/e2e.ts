import { spawn } from 'node:child_process'
import path from 'node:path'
import { readRun, takeRun } from '@/tests/run/e2e-run'
import { root } from './launch/settings'
import { wordsOf } from './launch/start-failure'

// `npm run e2e -- [--inngest URL] [what Playwright takes]`: the browser tests, in folders and on ports of this run's own.
process.chdir(root)
await main().catch((error) => {
  console.error(wordsOf(error))
  process.exitCode = 1
})

async function main(): Promise<void> {
  const { args, env } = readRun(process.argv.slice(2), process.env)
  const run = await takeRun(path.resolve('.carnet/e2e-runs'))
  const options = { stdio: 'inherit', env: { ...process.env, ...env, CARNET_E2E_RUN: String(run.number) } } as const
  const playwright = spawn(path.resolve('node_modules/.bin/playwright'), ['test', ...args], options)
  // On SIGINT Playwright ends its clinics, and on nothing else. A terminal sends it to both of us; we leave after it.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => playwright.kill('SIGINT'))
  process.exitCode = await new Promise<number>((resolve, reject) => {
    playwright.once('error', reject)
    playwright.once('exit', (code) => resolve(code ?? 1))
  }).finally(run.release)
}
