import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findPostgresHome } from '@/scripts/launch/postgres/postgres-home'
import { isAlive } from '@/scripts/launch/processes'

export type Clinic = {
  /** Where it is; of one that is not open yet, the link by which it is set up. */
  address: string
  /** Ends every process of it as if the power failed. */
  kill: () => Promise<void>
  /** Ends it as Ctrl-C does. */
  stop: () => Promise<void>
}

/** Starts a whole clinic as `npm start` does, with its data in `folder`, and waits until it is up. */
export async function startClinic(folder: string, port: number, settings: Record<string, string>): Promise<Clinic> {
  const env = { ...process.env, CARNET_DIR: folder, PORT: String(port), ...settings }
  // As `npm start` does. Under tsx's own command a launcher too busy to answer Ctrl-C within 30 ms would be killed.
  const args = ['--import', 'tsx', 'scripts/up.ts']
  const up = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const address = await opened(up)
  return {
    address,
    async kill() {
      const pids = [...pidsOf(folder), up.pid ?? 0].filter((pid) => pid > 0)
      for (const pid of pids) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
      await gone(pids)
    },
    async stop() {
      const pids = pidsOf(folder)
      up.kill('SIGINT')
      await gone(pids)
    },
  }
}

/** The children's numbers as the run file has them, and Postgres, where it is the clinic's own. */
function pidsOf(folder: string): number[] {
  const run = JSON.parse(readFileSync(path.join(folder, 'run.json'), 'utf8'))
  const home = findPostgresHome(path.resolve(folder, 'postgres'))
  const postmaster = home ? [firstNumber(path.join(home, 'data', 'postmaster.pid'))] : []
  return [run.pid, ...run.children.map(({ pid }: { pid: number }) => pid), ...postmaster]
}

function firstNumber(file: string): number {
  return Number.parseInt(readFileSync(file, 'utf8'), 10)
}

function opened(up: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk
      const [, address] = /(?:Carnet is open|in one browser):\s+(\S+)/.exec(said) ?? []
      if (address) resolve(address)
    }
    up.stdout?.on('data', read)
    up.stderr?.on('data', read)
    up.once('exit', () => reject(new Error(`the clinic did not open:\n${said}`)))
  })
}

async function gone(pids: readonly number[]): Promise<void> {
  while (pids.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 20))
}
