import type { Hint } from '@/lib/domain/hint'
import { onEnding } from '@/lib/ending'
import { onChange } from './live'
import { openStream, type StreamReader } from './stream-limit'

const beatMs = 25_000
/** A reader that lets so many hints wait has gone to sleep; it is cut off and asks again when it wakes. */
const waitingMax = 50
/** When to come again, in seconds, where there were too many. */
const comeAgainS = 30
const encoder = new TextEncoder()

type ChangeStream = {
  reader: StreamReader
  /** What the reader is told of a change; undefined when it does not concern them. */
  tell: (hint: Hint) => Partial<Hint> | undefined
  signal: AbortSignal
}

/**
 * A stream of server-sent events that says `change` with what is told of each, and with `null` once at the start, so
 * that nothing is missed over a reconnect. Ends with the request or the process. Where too many are open it answers 503
 * and when to come again.
 */
export function changesOf({ reader, tell, signal }: ChangeStream): Response {
  const leave = openStream(reader)
  if (!leave) return new Response(null, { status: 503, headers: { 'Retry-After': String(comeAgainS) } })
  let end = () => {}
  let isCancelled = false
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const beat = setInterval(() => write(': beat\n\n'), beatMs)
      const isSlow = () => (controller.desiredSize ?? 0) < -waitingMax
      const change = (told: Partial<Hint> | null) => (isSlow() ? end() : write(eventOf(told)))
      const forget = onChange((hint) => {
        const told = hint ? tell(hint) : null
        if (told !== undefined) change(told)
      })
      const stay = onEnding(() => end())
      end = () => {
        end = () => {}
        clearInterval(beat)
        forget()
        stay()
        leave()
        if (!isCancelled) controller.close()
      }
      signal.addEventListener('abort', () => end(), { once: true })
      write(`retry: 3000\n\n${eventOf(null)}`)
      if (signal.aborted) end()
    },
    cancel() {
      isCancelled = true
      end()
    },
  })
  const headers = {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  }
  return new Response(body, { headers })
}

function eventOf(told: Partial<Hint> | null): string {
  return `event: change\ndata: ${JSON.stringify(told)}\n\n`
}
