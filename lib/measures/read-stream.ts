import type { Db } from '@/lib/db/client'
import { secondMs } from '@/lib/domain/time'
import { readEventStream } from '@/lib/queries/health/event-stream'
import { type Family, gauge } from './family'

/** Returns how the stream of events to Kafka's topic stands at `now`. */
export async function readStream(db: Db, topic: string, now: Date): Promise<Family[]> {
  const { failingSince, behind } = await readEventStream(db, topic, now.toISOString())
  const failingMs = failingSince ? Math.max(now.getTime() - Date.parse(failingSince), 0) : 0
  return [
    gauge('carnet_stream_failing_seconds', 'For how long nothing has got across to Kafka; 0 while it works.', [
      { labels: {}, value: failingMs / secondMs },
    ]),
    gauge('carnet_stream_behind', 'Events that should be in Kafka and are not; a thousand at most.', [
      { labels: {}, value: behind },
    ]),
  ]
}
