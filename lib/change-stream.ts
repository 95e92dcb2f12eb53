import { onChange, onShutdown } from './live'

const beatMs = 25_000
const encoder = new TextEncoder()

/**
 * A stream of server-sent events that says `change` for each appointment that `concerns` lets through, and once at the
 * start, so that nothing is missed over a reconnect. Ends with the request or the process.
 */
export function changesOf(concerns: (appointmentId: string) => boolean, signal: AbortSignal): Response {
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const beat = setInterval(() => write(': beat\n\n'), beatMs)
      const forget = onChange((id) => concerns(id) && write('event: change\ndata: {}\n\n'))
      const stay = onShutdown(() => end())
      end = () => {
        clearInterval(beat)
        forget()
        stay()
        end = () => {}
        controller.close()
      }
      signal.addEventListener('abort', () => end(), { once: true })
      write('retry: 3000\n\nevent: change\ndata: {}\n\n')
    },
    cancel: () => end(),
  })
  const headers = {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  }
  return new Response(body, { headers })
}
