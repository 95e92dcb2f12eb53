import kafkajs, { type KafkaJSError, type Producer, type SASLOptions } from 'kafkajs'
import type { KafkaSettings } from '@/lib/settings/kafka-settings'

/** What happened to messages: all were taken and kept, or not. `because`: `no_answer`, or the broker's own word. */
type Outcome = { acknowledged: true } | { acknowledged: false; because: string }

type Message = { key: string; value: string; headers: Record<string, string> }

export type KafkaTopic = {
  /** Appends the messages in their order, one try; acknowledged when every replica in step has them. Never throws. */
  deliver: (messages: Message[]) => Promise<Outcome>
  close: () => Promise<void>
}

const connectMs = 3_000

/**
 * Returns a client for the brokers that the settings name. It logs nothing: whoever uses it says what became of what it
 * did.
 */
export function kafkaClient({ KAFKA_BROKERS = [], ...settings }: KafkaSettings): kafkajs.Kafka {
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = settings
  const sasl = username && password && { mechanism: settings.KAFKA_SASL, username, password }
  return new kafkajs.Kafka({
    clientId: 'carnet',
    brokers: KAFKA_BROKERS,
    ssl: settings.KAFKA_TLS === 'on',
    ...(sasl && { sasl: sasl as SASLOptions }),
    connectionTimeout: connectMs,
    authenticationTimeout: connectMs,
    // Each try asks another of the brokers.
    retry: { retries: Math.max(1, KAFKA_BROKERS.length - 1), initialRetryTime: 200, maxRetryTime: 1_000 },
    logLevel: kafkajs.logLevel.NOTHING,
  })
}

/**
 * The topic that events are streamed to. A delivery that is not answered within `deadlineMs` counts as none, and the
 * connection it was made on is given up; the next one begins anew.
 */
export function kafkaTopic(settings: KafkaSettings, deadlineMs: number): KafkaTopic {
  const client = kafkaClient(settings)
  let producer: Producer | undefined
  const close = async () => {
    const closing = producer
    producer = undefined
    await closing?.disconnect().catch(() => {})
  }
  const send = async (messages: Message[]) => {
    producer ??= client.producer({ maxInFlightRequests: 1 })
    const own = producer
    await own.connect()
    await own.send({ topic: settings.KAFKA_TOPIC, acks: -1, timeout: deadlineMs, messages })
  }
  const deliver = async (messages: Message[]): Promise<Outcome> => {
    try {
      await within(deadlineMs, send(messages))
      return { acknowledged: true }
    } catch (error) {
      void close()
      return { acknowledged: false, because: errorName(error) }
    }
  }
  return { deliver, close }
}

/** Asks whether any of the brokers answers, and knows us. */
export async function reachKafka(settings: KafkaSettings, deadlineMs: number): Promise<Outcome> {
  const admin = kafkaClient(settings).admin()
  try {
    await within(deadlineMs, admin.connect())
    return { acknowledged: true }
  } catch (error) {
    return { acknowledged: false, because: errorName(error) }
  } finally {
    void admin.disconnect().catch(() => {})
  }
}

/** Returns what Kafka says is wrong, as it names it; `no_answer` when it says nothing. */
function errorName(error: unknown): string {
  const { name, type, cause } = error as KafkaJSError & { type?: string; cause?: unknown }
  if (name === 'KafkaJSSASLAuthenticationError') return 'SASL_AUTHENTICATION_FAILED'
  return type ?? (cause ? errorName(cause) : 'no_answer')
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
