import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FailpointName } from '@/lib/failpoint'

export type Point = { name: FailpointName; sagaId: string; step: string }

export type Failpoints = {
  url: string
  /** From now on a saga that nobody has spoken of waits wherever it comes, so that none runs past its point unseen. */
  holdStrangers: () => void
  /** Lets a saga run until it comes to this point. */
  runTo: (point: Point) => void
  /** Whether the saga has come to its point and waits there. */
  isAt: (sagaId: string) => boolean
  /** Lets everybody go on, and nobody wait any more. */
  release: () => void
  stop: () => void
}

type Waiting = { point: Point; response: ServerResponse }

/** The other end of CARNET_FAILPOINTS: a process that reaches a point asks here whether it may go on. */
export async function startFailpoints(): Promise<Failpoints> {
  const wanted = new Map<string, Point>()
  let areStrangersHeld = false
  let waiting: Waiting[] = []
  const isWanted = (point: Point) => {
    const { step, name } = wanted.get(point.sagaId) ?? {}
    return step === point.step && name === point.name
  }
  const mustWait = (point: Point) => isWanted(point) || (areStrangersHeld && !wanted.has(point.sagaId))
  const letGo = () => {
    for (const { point, response } of waiting) if (!mustWait(point)) response.end()
    waiting = waiting.filter(({ point }) => mustWait(point))
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    waiting.push({ point: JSON.parse(Buffer.concat(chunks).toString('utf8')), response })
    letGo()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    holdStrangers() {
      areStrangersHeld = true
    },
    runTo(point) {
      wanted.set(point.sagaId, point)
      letGo()
    },
    isAt: (sagaId) => waiting.some(({ point }) => point.sagaId === sagaId && isWanted(point)),
    release() {
      areStrangersHeld = false
      wanted.clear()
      letGo()
    },
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
