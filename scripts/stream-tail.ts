import { randomUUID } from 'node:crypto'
import { kafkaClient, reachKafka } from '@/lib/adapters/kafka/kafka'
import { readSettings } from './launch/settings'
import { StartFailure, wordsOf } from './launch/start-failure'

const patienceMs = 10_000

await main().catch((error) => {
  console.error(wordsOf(error))
  process.exitCode = 1
})

/**
 * `npm run stream:tail`: prints the topic, a line for each event, until Ctrl-C: what comes from now on or, with
 * `--from-beginning`, what is there too.
 */
async function main(): Promise<void> {
  const settings = readSettings()
  const { KAFKA_BROKERS: brokers, KAFKA_TOPIC: topic } = settings
  if (!brokers)
    throw new StartFailure('KAFKA_BROKERS is not set, so nothing is streamed and there is nothing to print.')
  const reached = await reachKafka(settings, patienceMs)
  if (!reached.acknowledged) throw new StartFailure(`Kafka does not let us in at ${brokers} (${reached.because}).`)

  const consumer = kafkaClient(settings).consumer({ groupId: `carnet-tail-${randomUUID()}` })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void consumer.disconnect())
  const lost = new Promise<never>((_, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart) reject(new StartFailure(`Kafka is gone (${payload.error.name}).`))
    })
  })
  const ended = new Promise<void>((resolve) => consumer.on(consumer.events.DISCONNECT, () => resolve()))
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: process.argv.includes('--from-beginning') })
  await consumer.run({ autoCommit: false, eachMessage: async ({ message }) => print(message) })
  await Promise.race([ended, lost])
}

function print({ key, value }: { key: Buffer | null; value: Buffer | null }): void {
  const { time, data } = cloudEventIn(value)
  const { type = '(not an event of ours)', sagaId, step = '' } = data ?? {}
  console.log(`${time ?? '-'}  ${key}  ${type.padEnd(22)}  ${sagaId ?? '-'}  ${step}`.trimEnd())
}

function cloudEventIn(value: Buffer | null): { time?: string; data?: Record<string, string> } {
  try {
    return JSON.parse(value?.toString('utf8') ?? '{}')
  } catch {
    return {}
  }
}
