// An example of who reads the stream of events: how many visits were asked for, confirmed, called off and declined, day by
// day. `KAFKA_BROKERS=127.0.0.1:9092 node docs/events/consumer/consumer.mjs visits.json`; Ctrl-C ends it.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import kafkajs from 'kafkajs'

const { KAFKA_BROKERS = '127.0.0.1:9092', KAFKA_TOPIC = 'appointment-saga-events' } = process.env
const file = process.argv[2] ?? 'visits.json'

const columns = {
  APPOINTMENT_CREATED: 'asked for',
  APPOINTMENT_CONFIRMED: 'confirmed',
  APPOINTMENT_CANCELLED: 'called off',
  APPOINTMENT_DECLINED: 'declined',
}

/** What was counted, and the ids of the events it was counted from. */
const { days, counted } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { days: {}, counted: [] }
const known = new Set(counted)

function count({ id, time, data }) {
  const column = columns[data.type]
  if (!column || known.has(id)) return
  known.add(id)
  const day = time.slice(0, 10)
  days[day] ??= Object.fromEntries(Object.values(columns).map((name) => [name, 0]))
  days[day][column] += 1
}

/** Both or neither: the file is replaced as a whole. */
function keep() {
  writeFileSync(`${file}.part`, JSON.stringify({ days, counted: [...known] }))
  renameSync(`${file}.part`, file)
}

const kafka = new kafkajs.Kafka({
  clientId: 'visits',
  brokers: KAFKA_BROKERS.split(','),
  logLevel: kafkajs.logLevel.ERROR,
})
// One that was killed is waited for this long before the others take over its part.
const consumer = kafka.consumer({ groupId: 'visits', sessionTimeout: 6_000, heartbeatInterval: 2_000 })
await consumer.connect()
await consumer.subscribe({ topic: KAFKA_TOPIC, fromBeginning: true })
await consumer.run({
  // Kafka is told how far we are after what we did is kept: who dies in between reads the same again, and knows it.
  eachBatchAutoResolve: false,
  eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
    for (const { value } of batch.messages) count(JSON.parse(value.toString()))
    keep()
    resolveOffset(batch.lastOffset())
    await heartbeat()
    console.table(days)
  },
})

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await consumer.disconnect()
    process.exit()
  })
}
