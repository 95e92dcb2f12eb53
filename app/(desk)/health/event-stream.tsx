import { EventStreamLine } from '@/components/health/event-stream-line'
import { db } from '@/lib/db/client'
import { readEventStream } from '@/lib/queries/health/event-stream'
import { env } from '@/lib/settings/env'

/** How far the stream to Kafka is at `now` (ISO instant), or that there is none. */
export async function EventStream({ now }: { now: string }) {
  const { KAFKA_BROKERS, KAFKA_TOPIC } = env()
  return <EventStreamLine stream={KAFKA_BROKERS ? await readEventStream(db(), KAFKA_TOPIC, now) : null} />
}
