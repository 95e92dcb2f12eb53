import { expect, test } from 'vitest'
import { startEnv } from './env'

const brokers = { KAFKA_BROKERS: 'kafka-1.example:9092, kafka-2.example:9093' }
const known = { ...brokers, KAFKA_USERNAME: 'carnet', KAFKA_PASSWORD: 'secret' }

test('brokers come with commas between them; everything else has an answer', () => {
  expect(startEnv({}).KAFKA_BROKERS).toBeUndefined()
  expect(startEnv(brokers)).toMatchObject({
    KAFKA_BROKERS: ['kafka-1.example:9092', 'kafka-2.example:9093'],
    KAFKA_TOPIC: 'appointment-saga-events',
    KAFKA_TLS: 'off',
    KAFKA_SASL: 'scram-sha-512',
  })
})

test.each([
  ['kafka.example'],
  ['kafka.example:0'],
  ['kafka.example:99999'],
  ['kafka://kafka.example:9092'],
  ['kafka.example:9092,'],
  ['kafka.example:9092 other:9092'],
])('%s is no broker, and the start says what one looks like', (text) => {
  expect(() => startEnv({ KAFKA_BROKERS: text })).toThrow(
    /^Settings are wrong:\n {2}KAFKA_BROKERS: must be host:port, or several [^\n]+$/,
  )
})

test.each([
  [{ ...brokers, KAFKA_USERNAME: 'carnet' }, 'KAFKA_PASSWORD: is missing, and KAFKA_USERNAME alone opens no broker'],
  [{ ...brokers, KAFKA_PASSWORD: 'secret' }, 'KAFKA_USERNAME: is missing, and KAFKA_PASSWORD alone opens no broker'],
  [{ ...known, KAFKA_BROKERS: '' }, 'KAFKA_BROKERS: is missing, and KAFKA_USERNAME without it streams nothing'],
  [{ ...known, KAFKA_SASL: 'plain' }, 'KAFKA_SASL: plain sends the password as it stands: set KAFKA_TLS to on'],
  [{ ...known, KAFKA_SASL: 'gssapi' }, 'KAFKA_SASL: must be one of plain, scram-sha-256, scram-sha-512'],
  [{ ...brokers, KAFKA_TLS: 'yes' }, 'KAFKA_TLS: must be on or off'],
  [{ ...brokers, KAFKA_TOPIC: 'two words' }, 'KAFKA_TOPIC: must be the name of a topic'],
])('%o is refused with one sentence', (variables, sentence) => {
  expect(() => startEnv(variables)).toThrow(`Settings are wrong:\n  ${sentence}`)
})

test('a password goes by TLS, or is not shown as it stands', () => {
  expect(startEnv({ ...known, KAFKA_SASL: 'plain', KAFKA_TLS: 'on' })).toMatchObject({ KAFKA_USERNAME: 'carnet' })
  expect(startEnv(known)).toMatchObject({ KAFKA_PASSWORD: 'secret' })
})
