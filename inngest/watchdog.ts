import { faultOf, log } from '@/lib/log'
import { relayNow } from './relay-now'
import { wakeOverdueSagas } from './wake-overdue-sagas'

const relayEveryMs = 10_000
const sweepEveryMs = 60_000
/** How much later than the cron's sweep ours is: it finds only what that one should have woken. */
const behindMs = 60_000

/**
 * What must not wait for Inngest's crons: as the app starts and every ten seconds the outbox is posted, and every minute
 * sagas are woken that no sweep has woken.
 */
export function startWatchdog(): void {
  void relayNow()
  setInterval(relayNow, relayEveryMs).unref()
  setInterval(sweep, sweepEveryMs).unref()
}

async function sweep(): Promise<void> {
  try {
    const woken = await wakeOverdueSagas(new Date(Date.now() - behindMs))
    if (woken > 0) log().warn({ woken }, 'no sweep had woken these sagas')
  } catch (error) {
    log().warn({ fault: faultOf(error) }, 'the watchdog could not sweep')
  }
}
