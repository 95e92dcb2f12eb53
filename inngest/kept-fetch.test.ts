import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { keptFetch } from './kept-fetch'

let close = () => {}
afterEach(() => close())

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  close = () => void server.close().closeAllConnections()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('what is sent arrives whole, and so does the answer', async () => {
  const url = await listen(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    response.writeHead(201, { 'x-heard': request.headers['x-said'] ?? '' }).end(Buffer.concat(chunks))
  })
  const answer = await keptFetch(url, { method: 'POST', headers: { 'x-said': 'yes' }, body: '{"who":"Hélène"}' })
  expect([answer.status, answer.headers.get('x-heard'), await answer.json()]).toEqual([201, 'yes', { who: 'Hélène' }])
})

test('an answer without a body is an answer', async () => {
  const url = await listen((request, response) => response.writeHead(Number(request.url?.slice(1))).end())
  for (const status of [204, 205, 304]) expect((await keptFetch(`${url}/${status}`)).status).toBe(status)
})

test('a server that breaks off or is not there is an error', async () => {
  const url = await listen((request) => request.socket.destroy())
  await expect(keptFetch(url)).rejects.toThrow()
  close()
  await expect(keptFetch(url)).rejects.toThrow('ECONNREFUSED')
})
