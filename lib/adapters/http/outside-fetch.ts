import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { guardedLookup, refuseNumber } from './outside-address'

type Sent = { method?: string; headers?: HeadersInit; body?: BodyInit | null; signal?: AbortSignal | null }

/** More than any calendar says at once; what is longer is not an answer to us. */
const longestAnswer = 16 * 1024 * 1024

/**
 * `fetch` for an address that a person typed: it calls no machine that nobody outside may have us call, follows no
 * redirect and reads no endless answer. Throws as `fetch` does, with what went wrong as the cause.
 */
export async function outsideFetch(address: string | URL | Request, sent: Sent = {}): Promise<Response> {
  try {
    return await call(new URL(address instanceof Request ? address.url : address), sent)
  } catch (cause) {
    throw new TypeError('fetch failed', { cause })
  }
}

function call(url: URL, { method = 'GET', headers, body, signal }: Sent): Promise<Response> {
  refuseNumber(url)
  const options = {
    method,
    // Otherwise an answer may come compressed, and with an ETag that is not the object's.
    headers: { ...Object.fromEntries(new Headers(headers)), 'accept-encoding': 'identity', ...lengthOf(body) },
    lookup: guardedLookup(url.protocol),
    ...(signal && { signal }),
  }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? secure : plain)(url, options, (answer) => {
      const chunks: Buffer[] = []
      let size = 0
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > longestAnswer) request.destroy(new Error('the answer is too long'))
        else chunks.push(chunk)
      })
      answer.on('error', reject)
      answer.on('end', () => {
        try {
          resolve(toResponse(answer.statusCode ?? 0, answer.headersDistinct, Buffer.concat(chunks)))
        } catch (error) {
          // A status or a header that is none: thrown here, it would belong to nobody, and the call would never end.
          reject(error)
        }
      })
    })
    request.on('error', reject)
    request.on('upgrade', (_, socket) => socket.destroy())
    request.on('close', () => reject(new Error('the connection ended')))
    // As bytes: with a text, Node writes the headers in the text's encoding, and theirs is another.
    request.end(typeof body === 'string' ? Buffer.from(body) : undefined)
  })
}

function lengthOf(body: Sent['body']): Record<string, string> {
  return typeof body === 'string' ? { 'content-length': String(Buffer.byteLength(body)) } : {}
}

function toResponse(status: number, found: NodeJS.Dict<string[]>, body: Buffer): Response {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(found)) for (const value of values) headers.append(name, value)
  const hasBody = ![204, 205, 304].includes(status)
  return new Response(hasBody ? new Uint8Array(body) : null, { status, headers })
}
