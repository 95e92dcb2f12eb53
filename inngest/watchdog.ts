import { relayNow } from './relay-now'

const everyMs = 10_000

/**
 * Posts what is due in the outbox as the app starts and every ten seconds after, whether Inngest's crons fire or not: what
 * was recorded just before the app died must not wait for them.
 */
export function startWatchdog(): void {
  void relayNow()
  setInterval(relayNow, everyMs).unref()
}
