import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type LossyProxy = {
  url: string
  /** The next request of this method reaches the server, and its answer reaches nobody. */
  lose: (method: string) => void
  /** Before the next request of this method goes on, this happens: what somebody else does in between. */
  before: (method: string, happens: () => Promise<unknown>) => void
  stop: () => Promise<void>
}

/** Stands before a server and passes everything on, but for what a test wants lost or late. */
export async function startLossyProxy(target: string): Promise<LossyProxy> {
  const lost = new Set<string>()
  const between = new Map<string, () => Promise<unknown>>()
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const happens = between.get(method)
    between.delete(method)
    await happens?.()
    const { host: _, connection: __, 'content-length': ___, ...rest } = headers
    const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}
    const answer = await fetch(target + url, { method, headers: rest as Record<string, string>, ...body })
    const text = await answer.text()
    if (lost.delete(method)) return request.socket.destroy()
    const kept = [...answer.headers].filter(
      ([name]) => !['content-length', 'connection', 'transfer-encoding'].includes(name),
    )
    response.writeHead(answer.status, kept.flat()).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lose: (method) => void lost.add(method),
    before: (method, happens) => void between.set(method, happens),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
