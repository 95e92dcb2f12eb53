import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { kafkaTopic } from '@/lib/adapters/kafka/kafka'
import { minuteMs } from '@/lib/domain/time'
import { lacksKafka, startKafka, type TestKafka } from '@/tests/fixtures/kafka'

const day = '2026-11-24'

describe.skipIf(lacksKafka)(`the example of a consumer${lacksKafka}`, () => {
  let kafka: TestKafka
  let folder: string
  let consumer: ChildProcess
  beforeEach(async () => {
    kafka = await startKafka()
    folder = mkdtempSync(path.join(tmpdir(), 'carnet-consumer-'))
    consumer = start()
  })
  afterEach(async () => {
    await end('SIGKILL')
    await kafka.stop()
    rmSync(folder, { recursive: true })
  })

  const start = () =>
    spawn(process.execPath, ['docs/events/consumer/consumer.mjs', path.join(folder, 'visits.json')], {
      env: { ...process.env, KAFKA_BROKERS: kafka.brokers },
      stdio: 'ignore',
    })
  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (consumer.exitCode !== null || consumer.signalCode !== null) return consumer.exitCode
    consumer.kill(signal)
    return (await once(consumer, 'exit'))[0]
  }

  const event = (id: string, type: string) => ({
    key: 'a-visit',
    value: JSON.stringify({ id, time: `${day}T09:00:00.000Z`, data: { type } }),
    headers: {},
  })
  async function send(...events: ReturnType<typeof event>[]): Promise<void> {
    const topic = kafkaTopic(kafka.settings(), 10_000)
    expect(await topic.deliver(events)).toEqual({ acknowledged: true })
    await topic.close()
  }
  const table = () => JSON.parse(readFileSync(path.join(folder, 'visits.json'), 'utf8')).days[day]
  const untilCounted = (counts: object) =>
    vi.waitFor(() => expect(table()).toMatchObject(counts), { timeout: minuteMs, interval: 50 })

  test('what comes twice counts once, also after it was killed', async () => {
    const asked = [event('1', 'APPOINTMENT_CREATED'), event('2', 'APPOINTMENT_CREATED')]
    await send(...asked, event('3', 'STEP_STARTED'), ...asked, event('4', 'APPOINTMENT_CONFIRMED'))
    await untilCounted({ 'asked for': 2, confirmed: 1, 'called off': 0 })
    await end('SIGKILL')
    await send(...asked, event('5', 'APPOINTMENT_CANCELLED'))
    consumer = start()
    await untilCounted({ 'asked for': 2, confirmed: 1, 'called off': 1 })
    expect(await end('SIGINT')).toBe(0)
  }, 120_000)
})
