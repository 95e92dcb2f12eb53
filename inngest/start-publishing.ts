import { kafkaTopic } from '@/lib/adapters/kafka/kafka'
import { db } from '@/lib/db/client'
import { isEnding, onEnding } from '@/lib/ending'
import { type Deliver, publishEvents } from '@/lib/outbox/publish-events'
import { cursorOf } from '@/lib/queries/health/event-stream'
import { env } from '@/lib/settings/env'
import { faultOf, log } from '@/lib/telemetry/log'

/** The answer to a delivery is awaited this long; well within the lease that it is made under. */
const deadlineMs = 10_000

/**
 * Streams every event to Kafka from now on, a little after it was recorded and never within a request: a broker that
 * is away delays nobody, and is tried each CIRCUIT_OPEN_MS. Without KAFKA_BROKERS nothing is streamed, and the log says
 * so.
 */
export function startPublishing(): void {
  const settings = env()
  const { KAFKA_BROKERS: brokers, KAFKA_TOPIC: topic } = settings
  if (!brokers) {
    log().info('event stream: off, since KAFKA_BROKERS is not set')
    return
  }
  log().info({ brokers, topic }, 'event stream: on')
  const { deliver: send, close } = kafkaTopic(settings, deadlineMs)
  let restsUntil = 0
  const deliver: Deliver = async (messages) => {
    const delivery = await send(messages)
    restsUntil = delivery.acknowledged ? 0 : Date.now() + settings.CIRCUIT_OPEN_MS
    return delivery
  }
  const own = { name: cursorOf(topic), source: settings.CARNET_URL, now: () => new Date(), isOver: isEnding }
  let wasWell = true
  const publishNow = async () => {
    try {
      await publishEvents(db(), deliver, own)
      wasWell = true
    } catch (error) {
      if (wasWell) log().warn({ fault: faultOf(error) }, 'the event stream could not be read; it goes on when it can')
      wasWell = false
    }
  }
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    if (Date.now() < restsUntil) return
    running ??= publishNow().finally(() => {
      running = undefined
    })
  }, settings.STREAM_EVERY_MS).unref()
  onEnding(() => {
    clearInterval(timer)
    void Promise.resolve(running).then(close)
  })
}
