import { createServer } from 'node:net'

/** A port of 127.0.0.1 that nobody listens on: `wanted` or the next free one after it; without it, any. */
export async function freePort(wanted?: number): Promise<number> {
  for (let port = wanted ?? 0; port < 65_536; port++) {
    const found = await tryPort(port)
    if (found !== undefined) return found
  }
  throw new Error('no free port')
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
