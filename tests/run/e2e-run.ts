import path from 'node:path'
import { firstPort, portsOfRun } from '@/e2e/under-test'
import { freePort } from '@/scripts/launch/free-port'
import { takeRunFile } from '@/scripts/launch/run-file'
import { StartFailure } from '@/scripts/launch/start-failure'

const runsMax = 20

/**
 * Takes a number that no other run of the browser tests has, with its ports free. Throws StartFailure when there is
 * none.
 */
export async function takeRun(folder: string): Promise<{ number: number; release: () => void }> {
  for (let number = 0; number < runsMax; number++) {
    const claim = claimed(path.join(folder, String(number)))
    if (!claim) continue
    if (await areFree(Array.from({ length: portsOfRun }, (_, index) => firstPort(number) + index)))
      return { number, release: claim.release }
    claim.release()
  }
  throw new StartFailure(`${runsMax} runs of the browser tests go on already, or their ports are taken.`)
}

function claimed(folder: string) {
  try {
    return takeRunFile(folder)
  } catch (error) {
    if (error instanceof StartFailure) return undefined
    throw error
  }
}

async function areFree(ports: readonly number[]): Promise<boolean> {
  for (const port of ports) if ((await freePort(port)) !== port) return false
  return true
}

type Run = { args: string[]; env: Record<string, string> }

/**
 * What `npm run e2e` was asked for: with `--inngest URL` the clinic under test uses the Inngest there, with the keys of
 * the environment, or as a dev server without any; otherwise the embedded engine, whatever the environment says. Every
 * other argument is Playwright's. Throws StartFailure when the address is missing.
 */
export function readRun(args: readonly string[], given: Record<string, string | undefined>): Run {
  const at = args.findIndex((arg) => arg === '--inngest' || arg.startsWith('--inngest='))
  if (at < 0) return { args: [...args], env: noInngest }
  const [, joined] = (args[at] ?? '').split(/=(.*)/s)
  const url = joined ?? args[at + 1]
  if (!url || url.startsWith('-'))
    throw new StartFailure('--inngest must be followed by an address such as http://127.0.0.1:8288')
  const { INNGEST_SIGNING_KEY = '', INNGEST_EVENT_KEY = '' } = given
  const keys = { INNGEST_SIGNING_KEY, INNGEST_EVENT_KEY }
  const isKeyed = Boolean(INNGEST_SIGNING_KEY || INNGEST_EVENT_KEY)
  const server = isKeyed ? { INNGEST_DEV: '0', INNGEST_BASE_URL: url } : { INNGEST_DEV: url, INNGEST_BASE_URL: '' }
  return { args: args.toSpliced(at, joined === undefined ? 2 : 1), env: { ...keys, ...server } }
}

/** Empty, and not absent: from an absent setting `.env` would be asked. */
export const noInngest = { INNGEST_DEV: '', INNGEST_BASE_URL: '', INNGEST_SIGNING_KEY: '', INNGEST_EVENT_KEY: '' }
