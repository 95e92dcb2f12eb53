import { z } from 'zod'

const onOrOff = z.enum(['on', 'off'], { error: 'must be on or off' })
const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const

/** The settings of the event stream. Without brokers there is none. */
export const kafka = {
  KAFKA_BROKERS: z
    .string()
    .transform((text) => text.split(',').map((broker) => broker.trim()))
    .refine((brokers) => brokers.every(isBroker), {
      error:
        'must be host:port, or several with commas between them, such as kafka-1.example:9092,kafka-2.example:9092',
    })
    .optional(),
  KAFKA_TOPIC: z
    .string()
    .regex(/^(?!\.{1,2}$)[\w.-]{1,249}$/, 'must be the name of a topic: letters, digits, dots, dashes and underscores')
    .default('appointment-saga-events'),
  KAFKA_TLS: onOrOff.default('off'),
  /** How the password is shown to the broker. */
  KAFKA_SASL: z.enum(mechanisms, { error: `must be one of ${mechanisms.join(', ')}` }).default('scram-sha-512'),
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD: z.string().optional(),
}

const fields = z.object(kafka)
export type KafkaSettings = z.output<typeof fields>

/** Says what is half set, or set against something else, by its name. */
export function refuseHalfAKafka(given: KafkaSettings, refuse: (name: string, sentence: string) => void): void {
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password, KAFKA_BROKERS: brokers } = given
  if (username && !password) refuse('KAFKA_PASSWORD', 'is missing, and KAFKA_USERNAME alone opens no broker')
  if (password && !username) refuse('KAFKA_USERNAME', 'is missing, and KAFKA_PASSWORD alone opens no broker')
  if (!username || !password) return
  if (!brokers) refuse('KAFKA_BROKERS', 'is missing, and KAFKA_USERNAME without it streams nothing')
  if (given.KAFKA_SASL === 'plain' && given.KAFKA_TLS === 'off')
    refuse('KAFKA_SASL', 'plain sends the password as it stands: set KAFKA_TLS to on, or choose scram-sha-512')
}

function isBroker(text: string): boolean {
  const [, port] = /^[\w-][\w.-]*:(\d{1,5})$/.exec(text) ?? []
  return port !== undefined && Number(port) >= 1 && Number(port) <= 65_535
}
