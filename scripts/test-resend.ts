import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A mail that was accepted. */
export type AcceptedMail = {
  key: string
  to: string
  subject: string
  text: string
  attachments: { filename: string }[]
}

type Misbehaviour = 'hang' | 'lose-answer' | { status: number; name: string; retryAfter?: number }

/**
 * A small Resend that speaks its HTTP API: idempotency keys answer the same mail with the same id and refuse another
 * body, and it misbehaves once on demand. Source: resend.com/docs, "Idempotency Keys" and "Errors".
 */
export async function startTestResend() {
  const accepted = new Map<string, { id: string; body: string; mail: AcceptedMail }>()
  let next: Misbehaviour | undefined
  const server = createServer(async (request, response) => {
    const body = await read(request)
    const answer = (status: number, content: unknown, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(content))
    const fault = next
    next = undefined
    if (fault === 'hang') return
    if (typeof fault === 'object') {
      const headers = fault.retryAfter ? { 'retry-after': String(fault.retryAfter) } : {}
      return answer(fault.status, { statusCode: fault.status, name: fault.name, message: 'on demand' }, headers)
    }
    const key = String(request.headers['idempotency-key'])
    const known = accepted.get(key)
    if (known && known.body !== body) {
      return answer(409, { statusCode: 409, name: 'invalid_idempotent_request', message: 'another body' })
    }
    const id = known?.id ?? `mail-${accepted.size + 1}`
    if (!known) accepted.set(key, { id, body, mail: { ...JSON.parse(body), key } })
    if (fault === 'lose-answer') return void request.socket.destroy()
    answer(200, { id })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails: () => [...accepted.values()].map(({ mail }) => mail),
    misbehave: (how: Misbehaviour) => {
      next = how
    },
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
