import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { outsideFetch } from './outside-fetch'

let server: Server
const sockets = new Set<Socket>()
afterEach(() => {
  for (const socket of sockets) socket.destroy()
  server.close()
})

/** The address of a server that answers with just these bytes, and then hangs up. */
async function saying(bytes: string): Promise<string> {
  server = createServer((socket) => {
    sockets.add(socket)
    socket.once('data', () => socket.end(bytes))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

test('an answer is read to its end', async () => {
  const answer = await outsideFetch(await saying('HTTP/1.1 207 Multi-Status\r\ncontent-length: 2\r\n\r\nok'))
  expect([answer.status, await answer.text()]).toEqual([207, 'ok'])
})

test.each([
  ['a status that is none', 'HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n'],
  ['half an answer', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'],
  ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: odd\r\n\r\n'],
  ['nothing', ''],
  ['what is no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
])('%s is a failure, and not a call that never ends', async (_, bytes) => {
  await expect(outsideFetch(await saying(bytes))).rejects.toThrow('fetch failed')
})
