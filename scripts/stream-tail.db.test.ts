import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { kafkaTopic } from '@/lib/adapters/kafka/kafka'
import { minuteMs } from '@/lib/domain/time'
import { lacksKafka, startKafka, type TestKafka } from '@/tests/fixtures/kafka'
import { freePort } from './launch/free-port'

/** `npm run stream:tail`, as a person starts it. */
function tail(env: Record<string, string>, ...args: string[]) {
  const options = { env: { ...process.env, ...env }, stdio: 'pipe' } as const
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/stream-tail.ts', ...args], options)
  const said = { text: '' }
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => (said.text += chunk))
  return { child, said, ended: once(child, 'exit').then(([code]) => code as number | null) }
}

test('without brokers it says so, and where nobody answers it says that', async () => {
  const unset = tail({ KAFKA_BROKERS: '' })
  expect(await unset.ended).toBe(1)
  expect(unset.said.text).toMatch(/^KAFKA_BROKERS is not set, so nothing is streamed/)
  const brokers = `127.0.0.1:${await freePort()}`
  const away = tail({ KAFKA_BROKERS: brokers })
  expect(await away.ended).toBe(1)
  expect(away.said.text).toBe(`Kafka does not let us in at ${brokers} (no_answer).\n`)
}, 30_000)

describe.skipIf(lacksKafka)(`with a broker${lacksKafka}`, () => {
  let kafka: TestKafka
  beforeAll(async () => {
    kafka = await startKafka()
  })
  afterAll(() => kafka.stop())

  test('every event is a line, what is none is called so, and Ctrl-C ends it', async () => {
    const topic = kafkaTopic(kafka.settings(), 10_000)
    const data = { type: 'STEP_STARTED', sagaId: 'the-saga', step: 'load-people' }
    const event = JSON.stringify({ time: '2026-11-24T09:00:00.000Z', data })
    const messages = [event, 'hello'].map((value) => ({ key: 'the-visit', value, headers: {} }))
    expect(await topic.deliver(messages)).toEqual({ acknowledged: true })
    await topic.close()

    const { child, said, ended } = tail({ KAFKA_BROKERS: kafka.brokers }, '--from-beginning')
    await vi.waitFor(() => expect(said.text.split('\n')).toHaveLength(3), { timeout: minuteMs, interval: 50 })
    expect(said.text.split('\n')).toEqual([
      '2026-11-24T09:00:00.000Z  the-visit  STEP_STARTED            the-saga  load-people',
      '-  the-visit  (not an event of ours)  -',
      '',
    ])
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  }, 60_000)
})
