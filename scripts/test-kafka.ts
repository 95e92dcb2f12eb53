import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { z } from 'zod'
import { kafka as fields, type KafkaSettings } from '@/lib/kafka-settings'

/** A message as another program than ours reads it. */
export type Read = { partition: number; offset: number; key: string; headers: Record<string, string>; value: string }

export type TestKafka = {
  brokers: string
  /** The settings of a clinic that streams here. */
  settings: (others?: Record<string, string>) => KafkaSettings
  /** Everything on a topic, partition by partition, read by kcat. */
  read: (topic?: string) => Promise<Read[]>
  stop: () => Promise<void>
}

/** A broker that does on demand what brokers do: `down`, `up`, `rtt <ms>`, `err <api> <code> <count>`, `clear <api>`. */
export type BreakableKafka = TestKafka & { tell: (order: string) => Promise<void> }

/** The numbers of the protocol's requests that tests make fail. */
export const produceRequest = 0

const source = path.resolve('scripts/mock-broker.c')
const topicOfTests = 'appointment-saga-events'

/** Why tests with a broker are skipped here, to be read in their names; empty when they are not. */
export const lacksKafka = works('kcat', '-V') ? '' : ' (skipped: needs kcat)'

/** The same for tests that break the broker. */
export const lacksBreakable = lacksKafka || (canCompile() ? '' : ' (skipped: needs gcc, libc6-dev and librdkafka-dev)')

/** Debian's kcat as a cluster: librdkafka's mock, which speaks the real protocol, in an idle producer. */
export async function startKafka(): Promise<TestKafka> {
  return (await start('kcat', ['-P', '-b', 'unused', '-t', 'unused', '-X', 'test.mock.num.brokers=1', '-d', 'mock']))
    .kafka
}

/** The same cluster with a lever, compiled when it is wanted. */
export async function startBreakableKafka(): Promise<BreakableKafka> {
  const folder = mkdtempSync(path.join(tmpdir(), 'carnet-kafka-'))
  const program = path.join(folder, 'mock-broker')
  execFileSync('gcc', ['-O1', '-o', program, source, '-lrdkafka'])
  const { kafka, write, lines } = await start(program, [])
  const tell = async (order: string) => {
    write(`${order}\n`)
    const { value } = await lines.next()
    if (value !== 'OK') throw new Error(`the broker does not obey: ${order}`)
  }
  const stop = () => kafka.stop().then(() => rmSync(folder, { recursive: true }))
  return { ...kafka, tell, stop }
}

async function start(program: string, args: string[]) {
  const child = spawn(program, args, { stdio: 'pipe' })
  const [input, other] = program === 'kcat' ? [child.stderr, child.stdout] : [child.stdout, child.stderr]
  other.resume()
  const lines = createInterface({ input })[Symbol.asyncIterator]()
  const brokers = await addressIn(lines)
  // kcat tells of every request: unread, it would stand still as soon as the pipe is full.
  if (program === 'kcat') void drain(lines)
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  const settings = (others = {}) => z.object(fields).parse({ KAFKA_BROKERS: brokers, ...others })
  const kafka: TestKafka = { brokers, settings, stop, read: (topic = topicOfTests) => readTopic(brokers, topic) }
  return { kafka, lines, write: (text: string) => child.stdin.write(text) }
}

async function addressIn(lines: AsyncIterator<string>): Promise<string> {
  for (;;) {
    const { value, done } = await lines.next()
    if (done) throw new Error('the broker ended before it said where it is')
    const [, brokers] = /bootstrap\.servers=([\d.:,]+)/.exec(value) ?? []
    if (brokers) return brokers
  }
}

async function drain(lines: AsyncIterator<string>): Promise<void> {
  while (!(await lines.next()).done);
}

async function readTopic(brokers: string, topic: string): Promise<Read[]> {
  const args = ['-C', '-b', brokers, '-t', topic, '-o', 'beginning', '-e', '-q', '-J']
  const { stdout } = await promisify(execFile)('kcat', args, { timeout: 20_000, maxBuffer: 1 << 28 })
  return stdout.trim().split('\n').filter(Boolean).map(toRead)
}

function toRead(line: string): Read {
  const { partition, offset, key, headers = [], payload } = JSON.parse(line)
  const pairs = headers.flatMap((_: string, index: number) => (index % 2 ? [] : [headers.slice(index, index + 2)]))
  return { partition, offset, key, headers: Object.fromEntries(pairs), value: payload }
}

function works(program: string, ...args: string[]): boolean {
  return spawnSync(program, args).status === 0
}

function canCompile(): boolean {
  return existsSync('/usr/include/librdkafka/rdkafka_mock.h') && works('gcc', '--version')
}
