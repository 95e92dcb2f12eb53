import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { launchOptions } from '@/e2e/browser'
import { startClinic } from '@/e2e/clinic'
import { freeHours } from '@/e2e/people'
import { freePort } from '@/scripts/launch/free-port'

// `npm run bench:pages`: what Lighthouse says of the patients' pages on a slow phone, and how much script each loads. `--assert`
// fails under 95 for performance, under 100 for accessibility, or over 100 KB of script beyond what Next and React weigh by themselves.
const { values } = parseArgs({ options: { assert: { type: 'boolean', default: false } } })
const home = path.resolve('bench/pages')
const profile = path.resolve('.carnet/bench/pages-profile')
/** A page with a link and nothing else, on the same versions: measured once, compressed. */
const bareKb = 138

type Result = { performance: number; accessibility: number; scriptKb: number; shift: string }

if (!existsSync(path.join(home, 'node_modules/lighthouse')))
  await run('npm', ['ci', '--ignore-scripts', '--prefix', home])
const clinic = await startClinic('.carnet/bench/pages', await freePort(3467), {})
const port = await freePort(9333)
const browser = await openBrowser(port)
let isGood = true
try {
  for (const [name, address] of Object.entries(await addresses(clinic.address))) {
    const { performance, accessibility, scriptKb, shift } = await measure(address, port)
    const beyond = scriptKb - bareKb
    isGood &&= performance >= 95 && accessibility === 100 && beyond <= 100
    console.log(
      `${name.padEnd(12)} performance ${performance}, accessibility ${accessibility}, shift ${shift}, ` +
        `script ${scriptKb.toFixed(0)} KB, of it ${beyond.toFixed(0)} KB ours`,
    )
  }
} finally {
  browser.kill()
  await clinic.stop()
}
if (values.assert && !isGood) process.exitCode = 1

async function addresses(base: string): Promise<Record<string, string>> {
  const opened = await chromium.launch(await launchOptions())
  const page = await opened.newPage()
  await page.goto(`${base}/doctors/claire-moreau?week=1`)
  await freeHours(page).first().click()
  await page.locator('[name=email]').waitFor()
  const book = page.url().replace(/\?.*/, '')
  await page.locator('[name=name]').fill('Bench')
  await page.locator('[name=email]').fill('bench@example.org')
  await page.locator('form:has([name=requestId]):has([name=email]) button').last().click()
  await page.waitForURL(/\/v\//)
  const visit = page.url()
  await opened.close()
  return { first: base, doctor: `${base}/doctors/helene-vasseur`, book, visit, 'my visits': `${base}/my-visits` }
}

async function openBrowser(port: number): Promise<ChildProcess> {
  const { executablePath = chromium.executablePath(), args, env } = await launchOptions()
  rmSync(profile, { recursive: true, force: true })
  const flags = ['--headless=new', `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`, 'about:blank']
  const browser = spawn(executablePath, [...args, ...flags], { stdio: 'ignore', env: { ...process.env, ...env } })
  for (;;) {
    const isOpen = await fetch(`http://127.0.0.1:${port}/json/version`)
      .then(({ ok }) => ok)
      .catch(() => false)
    if (isOpen) return browser
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function measure(address: string, port: number): Promise<Result> {
  const { default: lighthouse } = await import(
    pathToFileURL(path.join(home, 'node_modules/lighthouse/core/index.js')).href
  )
  const onlyCategories = ['performance', 'accessibility']
  const { lhr } = await lighthouse(address, { port, output: 'json', logLevel: 'error', onlyCategories })
  const score = (name: string) => Math.round(lhr.categories[name].score * 100)
  type Row = { resourceType: string; transferSize: number }
  const scripts = (lhr.audits['resource-summary'].details.items as Row[]).find((row) => row.resourceType === 'script')
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    scriptKb: (scripts?.transferSize ?? 0) / 1024,
    shift: lhr.audits['cumulative-layout-shift'].displayValue,
  }
}

function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: 'inherit' })
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`)))),
  )
}
