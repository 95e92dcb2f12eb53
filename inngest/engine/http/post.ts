import http from 'node:http'
import https from 'node:https'

/** What came back, or how it did not: `refused` before anything was heard of the request, `broken` maybe after. */
export type Answer =
  | { kind: 'answered'; status: number; headers: http.IncomingHttpHeaders; text: string }
  | { kind: 'refused' | 'broken' | 'too-large' }

type PostRequest = {
  url: URL
  method: 'POST' | 'PUT'
  body: string
  headers: Record<string, string>
  timeoutMs: number
  maxBytes: number
}

const agentOf = (isSecure: boolean) => new (isSecure ? https : http).Agent({ keepAlive: true, maxSockets: 256 })
const agents = { 'http:': agentOf(false), 'https:': agentOf(true) }

/** Sends one request over a connection that is kept. Never throws. */
export function post(asked: PostRequest, isAnew = false): Promise<Answer> {
  const { url, method, body, headers, timeoutMs, maxBytes } = asked
  const isSecure = url.protocol === 'https:'
  return new Promise((resolve) => {
    const length = String(Buffer.byteLength(body))
    const signal = AbortSignal.timeout(timeoutMs)
    const options = { method, signal, agent: !isAnew && agents[isSecure ? 'https:' : 'http:'] }
    const request = (isSecure ? https : http).request(
      url,
      { ...options, headers: { 'content-type': 'application/json', 'content-length': length, ...headers } },
      (response) => {
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size <= maxBytes) return void chunks.push(chunk)
          resolve({ kind: 'too-large' })
          response.destroy()
        })
        response.once('error', () => resolve({ kind: 'broken' }))
        response.once('end', () => {
          const { statusCode: status = 0, headers: found } = response
          resolve({ kind: 'answered', status, headers: found, text: Buffer.concat(chunks).toString('utf8') })
        })
      },
    )
    request.once('error', (error: NodeJS.ErrnoException) => {
      // The kept connection was maybe closed in that moment, and maybe by what was asked: a new one tells.
      if (request.reusedSocket && error.code === 'ECONNRESET') resolve(post(asked, true))
      else resolve({ kind: isUnheard(error) ? 'refused' : 'broken' })
    })
    request.end(body)
  })
}

/** Nobody listens there, so nobody has begun anything. */
function isUnheard({ code, syscall }: NodeJS.ErrnoException): boolean {
  return syscall === 'connect' || syscall === 'getaddrinfo' || code === 'ECONNREFUSED'
}
