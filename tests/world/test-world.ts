import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type RunningWorld, startWorld } from './start-world'

/** A world for one test file, with its ledger in a folder that goes when it stops. */
export async function startTestWorld(): Promise<RunningWorld & { ledgerFile: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'carnet-world-'))
  const ledgerFile = path.join(folder, 'ledger.jsonl')
  const world = await startWorld({ ledgerFile })
  const stop = async () => {
    await world.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { ...world, ledgerFile, stop }
}
