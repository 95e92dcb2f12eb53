import { createServer } from 'node:net'

/**
 * A port of `host` that nobody listens on: `wanted` or the next free one after it; without it, any. A wanted port is
 * also left alone when somebody has it on another address of this machine: a browser might find them under `localhost`.
 * Throws when the system forbids the port or does not know the address.
 */
export async function freePort(wanted?: number, host = '127.0.0.1'): Promise<number> {
  if (wanted === undefined) return listenOnce(0, host)
  for (let port = wanted; port < 65_536; port++) {
    if ((await isFree(port, host)) && (await isFreeEverywhere(port))) return port
  }
  throw new Error('no free port')
}

async function isFree(port: number, host: string): Promise<boolean> {
  try {
    await listenOnce(port, host)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false
    throw error
  }
}

/** The wildcard of IPv6 collides with everybody's port; a machine without IPv6 cannot be asked. */
async function isFreeEverywhere(port: number): Promise<boolean> {
  return isFree(port, '::').catch(() => true)
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
