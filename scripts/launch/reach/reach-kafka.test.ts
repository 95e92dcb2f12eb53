import { describe, expect, test } from 'vitest'
import { startEnv } from '@/lib/settings/env'
import { freePort } from '@/scripts/launch/free-port'
import { lacksBreakable, startBreakableKafka } from '@/tests/fixtures/kafka'
import { wordOnKafka } from './reach-kafka'

const settings = (brokers?: string[]) => ({ ...startEnv({}), KAFKA_BROKERS: brokers })

test('without Kafka nothing is said; of one that is away, that bookings go on', async () => {
  expect(await wordOnKafka(settings())).toBe('')
  const away = `127.0.0.1:${await freePort()}`
  expect(await wordOnKafka(settings([away]))).toBe(
    `KAFKA_BROKERS: no Kafka answers at ${away}; bookings go on, and the event stream catches up when it does.`,
  )
})

describe.skipIf(lacksBreakable)(`with a broker${lacksBreakable}`, () => {
  test('where events go is said; one broker of several is enough for that', async () => {
    const kafka = await startBreakableKafka()
    const away = `127.0.0.1:${await freePort()}`
    const goes = /^Events are streamed to the topic appointment-saga-events of the Kafka at /
    expect(await wordOnKafka(settings([kafka.brokers]))).toMatch(goes)
    expect(await wordOnKafka(settings([away, kafka.brokers]))).toMatch(goes)
    await kafka.tell('down')
    expect(await wordOnKafka(settings([kafka.brokers]))).toMatch(/no Kafka answers/)
    await kafka.stop()
  }, 30_000)
})
