import { waitUntil } from '@/scripts/launch/wait-until'
import { failureOf } from './failure-of'
import type { LedgerEntry } from './ledger-entry'
import type { RunningWorld } from './start-world'

/** Makes a call that the world answers badly, gives up on it if the answer does not come, and says how it failed. */
export async function giveUpOn(world: RunningWorld, calling: (signal: AbortSignal) => Promise<unknown>) {
  const before = (await world.ledger()).length
  const patience = new AbortController()
  const failing = failureOf(calling(patience.signal))
  failing.catch(() => undefined)
  const newest = async () => (await world.ledger()).slice(before)
  await waitUntil(async () => (await newest()).some(isBad), 20_000, 'the world did not misbehave')
  if ((await newest()).some(leavesWaiting)) patience.abort()
  return failing
}

function isBad({ mode }: LedgerEntry): boolean {
  return mode !== null
}

function leavesWaiting({ mode }: LedgerEntry): boolean {
  return mode === 'hang-before' || mode === 'hang-after' || mode === 'slow'
}
