import { reachKafka } from '@/lib/adapters/kafka/kafka'
import type { KafkaSettings } from '@/lib/settings/kafka-settings'

const patienceMs = 5_000

/**
 * What to say of the event stream as the clinic starts; empty when there is none. A broker that is away or lets
 * nobody in keeps no clinic closed.
 */
export async function wordOnKafka(settings: KafkaSettings): Promise<string> {
  const { KAFKA_BROKERS: brokers, KAFKA_TOPIC: topic } = settings
  if (!brokers) return ''
  const reached = await reachKafka(settings, patienceMs)
  if (reached.acknowledged) return `Events are streamed to the topic ${topic} of the Kafka at ${brokers}.`
  const goesOn = 'bookings go on, and the event stream catches up when it does.'
  if (reached.because === 'no_answer') return `KAFKA_BROKERS: no Kafka answers at ${brokers}; ${goesOn}`
  return `KAFKA_BROKERS: the Kafka at ${brokers} does not let us in (${reached.because}); ${goesOn}`
}
