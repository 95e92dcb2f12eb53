import { subscribe } from 'node:diagnostics_channel'
import type { Server } from 'node:http'
import { oncePerProcess } from './once-per-process'

type Ending = { hasBegun: boolean; closers: Set<() => void> }

const everyMs = 100

/** Runs when the process is asked to end: an open stream would keep the server alive for ever. Returns how to stay. */
export function onEnding(close: () => void): () => void {
  const { closers } = here()
  closers.add(close)
  return () => closers.delete(close)
}

/** Returns whether the process was asked to end: what is begun is finished, and nothing more is begun. */
export function isEnding(): boolean {
  return here().hasBegun
}

/**
 * Hangs up once the process is asked to end, as each answer is given. The server stops listening by itself, but over
 * connections that stay open browsers and Inngest would go on asking, and it would never be done.
 */
export function hangUpWhenEnding(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, begin)
  const servers = new Set<Server>()
  subscribe('http.server.request.start', (message) => servers.add((message as { server: Server }).server))
  const hangUp = () => {
    for (const server of servers) server.closeIdleConnections()
  }
  onEnding(() => setInterval(hangUp, everyMs).unref())
}

function begin(): void {
  const ending = here()
  ending.hasBegun = true
  for (const close of ending.closers) close()
}

function here(): Ending {
  return oncePerProcess('carnetEnding', () => ({ hasBegun: false, closers: new Set() }))
}
