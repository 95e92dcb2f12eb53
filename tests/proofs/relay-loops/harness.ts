import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { waitUntil } from '@/scripts/launch/wait-until'
import type { Point, Report, Seen } from './seen'
import type { Sink } from './sink'

export type Harness = {
  url: string
  /** The next relay that comes to this point waits there; answers with its number. Throws when none comes. */
  stopAt: (point: Point) => Promise<number>
  /** Whoever waits goes on. */
  letGo: () => void
  stop: () => void
}

const patienceMs = 30_000

/** What relays tell each point of their work and ask whether they may go on. Everything goes into the record. */
export async function startHarness(seen: Seen[], sink: Sink): Promise<Harness> {
  let wanted: Point | null = null
  let waiting: { pid: number; response: ServerResponse }[] = []
  const answer = async (report: Report & { pid: number }, response: ServerResponse) => {
    const place = seen.push(report)
    if (report.what === 'during the post' && !(await sink.receive(report))) response.statusCode = 503
    if (report.what !== wanted) return response.end(String(place))
    wanted = null
    waiting.push({ pid: report.pid, response })
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    await answer(JSON.parse(Buffer.concat(chunks).toString('utf8')), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stopAt(point) {
      wanted = point
      await waitUntil(async () => waiting.length > 0, patienceMs, `No relay came to this point: ${point}.`)
      return waiting[0]?.pid ?? 0
    },
    letGo() {
      wanted = null
      for (const { response } of waiting) response.end('0')
      waiting = []
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
