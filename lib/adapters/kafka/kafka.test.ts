import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '@/scripts/launch/free-port'
import { type BreakableKafka, lacksBreakable, produceRequest, startBreakableKafka } from '@/tests/fixtures/kafka'
import { type KafkaTopic, kafkaTopic } from './kafka'

const deadlineMs = 5_000
const taken = { acknowledged: true }
const message = (key: string, value: string) => ({ key, value, headers: { 'content-type': 'text/plain' } })

describe.skipIf(lacksBreakable)(`a broker that is broken on purpose${lacksBreakable}`, () => {
  let kafka: BreakableKafka
  let topic: KafkaTopic
  beforeAll(async () => {
    kafka = await startBreakableKafka()
    topic = kafkaTopic(kafka.settings(), deadlineMs)
  })
  afterAll(async () => {
    await topic.close()
    await kafka.stop()
  })

  const keysOf = async (key: string) => (await kafka.read()).filter((message) => message.key === key)

  test('messages of one key stand in one partition, in order, with their headers', async () => {
    const messages = Array.from({ length: 50 }, (_, number) => message(number % 2 ? 'amina' : 'jonas', String(number)))
    expect(await topic.deliver(messages)).toEqual(taken)
    const read = await keysOf('amina')
    expect(read.map(({ value }) => Number(value))).toEqual(Array.from({ length: 25 }, (_, index) => 2 * index + 1))
    expect(new Set(read.map(({ partition }) => partition)).size).toBe(1)
    expect(read[0]?.headers).toEqual({ 'content-type': 'text/plain' })
  })

  test('a passing error is tried once more and then told by its name', async () => {
    const notEnoughReplicas = 19
    await kafka.tell(`err ${produceRequest} ${notEnoughReplicas} 1`)
    expect(await topic.deliver([message('passing', '1')])).toEqual(taken)
    await kafka.tell(`err ${produceRequest} ${notEnoughReplicas} 2`)
    expect(await topic.deliver([message('passing', '2')])).toEqual({
      acknowledged: false,
      because: 'NOT_ENOUGH_REPLICAS',
    })
    expect(await topic.deliver([message('passing', '2')])).toEqual(taken)
    expect((await keysOf('passing')).map(({ value }) => value)).toEqual(['1', '2'])
  })

  test('a refusal is told by its name, and tried no more', async () => {
    const notAllowed = 29
    await kafka.tell(`err ${produceRequest} ${notAllowed} 1`)
    const refused = { acknowledged: false, because: 'TOPIC_AUTHORIZATION_FAILED' }
    expect(await topic.deliver([message('refused', '1')])).toEqual(refused)
    expect(await topic.deliver([message('refused', '1')])).toEqual(taken)
  })

  test('a broker that goes and comes back is found again, also when nobody sent anything meanwhile', async () => {
    await kafka.tell('down')
    await kafka.tell('up')
    expect(await topic.deliver([message('away', '1')])).toEqual(taken)
    await kafka.tell('down')
    expect(await topic.deliver([message('away', '2')])).toEqual({ acknowledged: false, because: 'no_answer' })
    await kafka.tell('up')
    expect(await topic.deliver([message('away', '2')])).toEqual(taken)
  })

  test('a broker that takes its time is waited for no longer than the deadline, nor by what is sent next', async () => {
    const hasty = kafkaTopic(kafka.settings(), 700)
    expect(await hasty.deliver([message('slow', '1')])).toEqual(taken)
    await kafka.tell('rtt 25000')
    const begin = Date.now()
    expect(await hasty.deliver([message('slow', '2')])).toEqual({ acknowledged: false, because: 'no_answer' })
    expect(Date.now() - begin).toBeLessThan(20_000)
    await kafka.tell('rtt 1')
    expect(await hasty.deliver([message('slow', '3')])).toEqual(taken)
    await hasty.close()
  })
})

test('where nobody listens there is no answer, and that is no error', async () => {
  const port = await freePort()
  const nobody = {
    KAFKA_BROKERS: [`127.0.0.1:${port}`],
    KAFKA_TOPIC: 'none',
    KAFKA_TLS: 'off',
    KAFKA_SASL: 'plain',
  } as const
  const settings = { ...nobody, KAFKA_BROKERS: [...nobody.KAFKA_BROKERS] }
  expect(await kafkaTopic(settings, deadlineMs).deliver([message('nobody', '1')])).toEqual({
    acknowledged: false,
    because: 'no_answer',
  })
})
