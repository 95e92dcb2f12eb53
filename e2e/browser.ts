import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

/** The shell first: it is the same engine without a window's worth of browser around it, which the tests pay for. */
const installed = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
]

/**
 * The browser to test in: the one that is named, Playwright's own if it was installed, the system's, and last the one
 * npm brought along. As root a sandbox cannot be had.
 */
export async function launchOptions(): Promise<{
  executablePath?: string
  args: string[]
  env?: Record<string, string>
}> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const named = process.env.PLAYWRIGHT_CHROMIUM_PATH
  if (named) return { executablePath: named, args }
  if (existsSync(chromium.executablePath())) return { args }
  const system = installed.find((file) => existsSync(file))
  return system ? { executablePath: system, args } : { ...(await fromNpm()), args }
}

/**
 * Chromium as an npm package, with the libraries that a bare machine lacks. Its own flags are not used: they switch web
 * security off and run everything in one process.
 */
async function fromNpm(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const { default: packed, inflate } = await import('@sparticuz/chromium')
  const archives = path.resolve('node_modules/@sparticuz/chromium/bin')
  const libraries = await inflate(path.join(archives, 'al2023.tar.br'))
  const known = { ...process.env } as Record<string, string>
  return {
    executablePath: await packed.executablePath(),
    env: { ...known, LD_LIBRARY_PATH: path.join(libraries, 'lib') },
  }
}
