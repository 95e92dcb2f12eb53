import { onEnding } from './ending'
import { onChange } from './live'

const beatMs = 25_000
/** A reader that lets so many hints wait has gone to sleep; it is cut off and asks again when it wakes. */
const waitingMax = 50
const change = 'event: change\ndata: {}\n\n'
const encoder = new TextEncoder()

/**
 * A stream of server-sent events that says `change` for each appointment that `concerns` lets through, and once at the
 * start, so that nothing is missed over a reconnect. Ends with the request or the process.
 */
export function changesOf(concerns: (appointmentId: string) => boolean, signal: AbortSignal): Response {
  let end = () => {}
  let isCancelled = false
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const beat = setInterval(() => write(': beat\n\n'), beatMs)
      const isSlow = () => (controller.desiredSize ?? 0) < -waitingMax
      const tell = () => (isSlow() ? end() : write(change))
      const forget = onChange((id) => (id === undefined || concerns(id)) && tell())
      const stay = onEnding(() => end())
      end = () => {
        end = () => {}
        clearInterval(beat)
        forget()
        stay()
        if (!isCancelled) controller.close()
      }
      signal.addEventListener('abort', () => end(), { once: true })
      write(`retry: 3000\n\n${change}`)
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
