import { createServer } from 'node:http'

export type Served = { port: number; stop: () => Promise<void> }

/** Serves a route's handler on a free port of this machine, as Next would: for those that must be called over HTTP. */
export async function serveHandler(handle: (request: Request) => Promise<Response>): Promise<Served> {
  const server = createServer(async (incoming, outgoing) => {
    const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    const answer = await handle(new Request(`http://localhost${incoming.url}`, { headers }))
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
    outgoing.end(await answer.text())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const stop = () => {
    server.closeAllConnections()
    return new Promise<void>((closed) => server.close(() => closed()))
  }
  return { port: typeof address === 'object' && address ? address.port : 0, stop }
}
