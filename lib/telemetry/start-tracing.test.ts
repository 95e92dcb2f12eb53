import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { minuteMs } from '@/lib/domain/time'
import { hangUpWhenEnding } from '@/lib/ending'
import { startTracing } from './start-tracing'
import { traced } from './tracing'

let received = ''
const collector = createServer(async (request, response) => {
  for await (const chunk of request) received += chunk
  response.end('{}')
})
beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
})
afterAll(() => {
  collector.closeAllConnections()
  collector.close()
})

test('what is under way as the process is asked to end, and is done a little later, is in its trace', async () => {
  await startTracing()
  const before = process.listeners('SIGTERM')
  hangUpWhenEnding()
  const ask = process.listeners('SIGTERM').find((listener) => !before.includes(listener))
  let finish = () => {}
  const step = traced({ name: 'a step under way' }, () => new Promise<void>((resolve) => (finish = resolve)))
  ask?.('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 700))
  finish()
  await step
  await vi.waitFor(() => expect(received).toContain('a step under way'), { timeout: minuteMs, interval: 20 })
})
