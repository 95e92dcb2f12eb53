import http from 'node:http'
import https from 'node:https'
import { minuteMs } from '@/lib/domain/time'

const options = { keepAlive: true, maxSockets: 256 }
const clients = {
  'http:': { request: http.request, agent: new http.Agent(options) },
  'https:': { request: https.request, agent: new https.Agent(options) },
}

/** A server that says nothing for so long will not answer any more. */
const silenceMs = minuteMs
/** Statuses whose answer has no body, as the Fetch standard has it. */
const bodiless = [204, 205, 304]

/**
 * A `fetch` for the SDK's small JSON requests, over connections that are kept. Node's own `fetch` spends more on its
 * streams than the SDK and the server together on what is said: with this one an app carries about a third more sagas a
 * second (see docs/engine-benchmark.md). Bodies are text; redirects are not followed.
 */
export const keptFetch: typeof fetch = (input, init = {}) => {
  const url = input instanceof URL ? input : new URL(input instanceof Request ? input.url : input)
  const { request, agent } = clients[url.protocol === 'https:' ? 'https:' : 'http:']
  const { method = 'GET', headers, body, signal } = init
  const sent = typeof body === 'string' ? body : ''
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method,
        agent,
        timeout: silenceMs,
        headers: { 'content-length': Buffer.byteLength(sent), ...plain(headers) },
        ...(signal && { signal }),
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.once('error', reject)
        answer.once('end', () => {
          const { statusCode: status = 0, headers: found } = answer
          const text = bodiless.includes(status) ? null : Buffer.concat(chunks).toString('utf8')
          resolve(new Response(text, { status, headers: found as Record<string, string> }))
        })
      },
    )
    asked.once('error', reject)
    asked.once('timeout', () => asked.destroy(new Error('The server does not answer.')))
    asked.end(sent)
  })
}

function plain(headers: HeadersInit = {}): Record<string, string> {
  return headers instanceof Headers || Array.isArray(headers) ? Object.fromEntries(headers) : headers
}
