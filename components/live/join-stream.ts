import type { Hint } from '@/lib/domain/hint'

export type StreamListener = {
  /** Something changed; null when changes may have been missed. */
  told: (hint: Partial<Hint> | null) => void
  /** Whether hints get through. */
  live: (is: boolean) => void
}

/** Said among the pages of a browser. `ask` is of one that has just come. */
type Said = { told: Partial<Hint> | null } | { live: boolean } | { ask: true }

/** A stream that was refused, or ended for good, is asked for again after this time, and at most as much again. */
const comeAgainMs = 15_000

/**
 * Listens to a stream of changes. A browser opens six connections to a house and no more, so its pages share one stream an
 * address: one of them, which holds a lock, keeps it open and passes on what it says; when that one leaves, the next
 * in line opens it. Where a browser knows no locks (an address that is not secure) each page has its own. Returns how to
 * stop.
 */
export function joinStream(address: string, listener: StreamListener): () => void {
  return navigator.locks ? share(address, listener) : open(address, listener)
}

function share(address: string, { told, live }: StreamListener): () => void {
  const name = `carnet ${address}`
  const channel = new BroadcastChannel(name)
  const say = (said: Said) => channel.postMessage(said)
  const leaving = new AbortController()
  let known: boolean | undefined
  let isGreeted = false
  const hear = (is: boolean) => {
    live(is)
    // What was said before this page came, it has missed.
    if (is && !isGreeted) told(null)
    isGreeted = true
  }
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if ('told' in data) told(data.told)
    else if ('live' in data) hear(data.live)
    else if (known !== undefined) say({ live: known })
  }
  say({ ask: true })
  const lead = () =>
    new Promise<void>((resolve) => {
      if (leaving.signal.aborted) return resolve()
      const close = open(address, {
        told(hint) {
          say({ told: hint })
          told(hint)
        },
        live(is) {
          known = is
          say({ live: is })
          live(is)
        },
      })
      leaving.signal.addEventListener('abort', () => {
        close()
        resolve()
      })
    })
  navigator.locks.request(name, { signal: leaving.signal }, lead).catch(() => {})
  return () => {
    leaving.abort()
    channel.close()
  }
}

function open(address: string, { told, live }: StreamListener): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const begin = () => {
    source = new EventSource(address)
    source.onopen = () => live(true)
    source.onerror = () => {
      live(false)
      // A browser asks again by itself, but not where it was answered with anything else than a stream.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(begin, comeAgainMs * (1 + Math.random()))
    }
    source.addEventListener('change', ({ data }: MessageEvent<string>) => told(JSON.parse(data)))
  }
  begin()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
