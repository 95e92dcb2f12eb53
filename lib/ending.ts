import { subscribe } from 'node:diagnostics_channel'
import type { Server } from 'node:http'

type Ending = { hasBegun: boolean; closers: Set<() => void> }

const kept = globalThis as typeof globalThis & { carnetEnding?: Ending }
const everyMs = 100

/** Runs when the process is asked to end: an open stream would keep the server alive for ever. Answers with how to stay. */
export function onEnding(close: () => void): () => void {
  const { closers } = here()
  closers.add(close)
  return () => closers.delete(close)
}

/** Whether the process was asked to end: what is begun is finished, and nothing more is begun. */
export function isEnding(): boolean {
  return here().hasBegun
}

/**
 * Hangs up once the process is asked to end, as each answer is given. The server stops listening by itself, but over
 * connections that stay open browsers and Inngest would go on asking, and it would never be done.
 */
export function hangUpWhenEnding(): void {
  const servers = new Set<Server>()
  subscribe('http.server.request.start', (message) => servers.add((message as { server: Server }).server))
  const hangUp = () => {
    for (const server of servers) server.closeIdleConnections()
  }
  onEnding(() => setInterval(hangUp, everyMs).unref())
}

/** One for all module copies, which listens to the system's signals from the first question on. */
function here(): Ending {
  if (kept.carnetEnding) return kept.carnetEnding
  const ending: Ending = { hasBegun: false, closers: new Set() }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      ending.hasBegun = true
      for (const close of ending.closers) close()
    })
  }
  kept.carnetEnding = ending
  return ending
}
