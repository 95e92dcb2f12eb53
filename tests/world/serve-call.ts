import type { ServerResponse } from 'node:http'
import { isoNow } from '@/lib/iso-now'
import type { Ledger } from './ledger'
import type { Mode } from './misbehaviour'
import type { Misbehaviours } from './misbehaviours'
import type { Answer, Asked, Outcome, OutsideService } from './outside-service'
import type { Waiting } from './waiting'

export type World = { ledger: Ledger; misbehaviours: Misbehaviours; waiting: Waiting }

type Ending = 'answer' | 'answer-late' | 'hang' | 'hold' | 'reset' | 'refuse' | 'bad-address' | 'misset' | number

/** What is done and how it ends. A number is the status of a failure; what is held is done when it is released. */
const ways: Record<Mode, { isDone: boolean; ending: Ending }> = {
  '500-before': { isDone: false, ending: 500 },
  '500-after': { isDone: true, ending: 500 },
  'hang-before': { isDone: false, ending: 'hold' },
  'hang-after': { isDone: true, ending: 'hang' },
  'reset-before': { isDone: false, ending: 'reset' },
  'reset-after': { isDone: true, ending: 'reset' },
  slow: { isDone: true, ending: 'answer-late' },
  '429': { isDone: false, ending: 429 },
  '409': { isDone: false, ending: 409 },
  '503': { isDone: false, ending: 503 },
  refuse: { isDone: false, ending: 'refuse' },
  'bad-address': { isDone: false, ending: 'bad-address' },
  misset: { isDone: false, ending: 'misset' },
}
const well = { isDone: true, ending: 'answer' } as const

/** Does what was asked, well or badly, writes it into the ledger, and only then answers. */
export function serveCall(world: World, service: OutsideService, asked: Asked, response: ServerResponse): void {
  const { ledger, misbehaviours, waiting } = world
  const fault = misbehaviours.take(asked)
  const { isDone, ending } = fault ? ways[fault.mode] : well
  const at = isoNow()
  const outcome = isDone ? asked.perform(ledger.entries, at) : undefined
  const answer = answerFor(service, ending, outcome, fault?.retryAfter)
  const { call, applied, repeated } = outcome ?? { call: asked.call, applied: false, repeated: false }
  const answered = answer?.status ?? null
  ledger.append({ ...call, at, key: asked.key, applied, repeated, mode: fault?.mode ?? null, answer: answered })

  if (ending === 'reset') response.socket?.resetAndDestroy()
  else if (ending === 'hold') waiting.hold(asked, response)
  else if (!answer) waiting.hang(response)
  else if (ending === 'answer-late') setTimeout(() => sendAnswer(response, answer), fault?.ms)
  else sendAnswer(response, answer)
}

/** Lets every call through that was held, in the order in which they came, whether or not somebody still waits. */
export function releaseCalls({ ledger, waiting }: World): void {
  for (const { asked, response } of waiting.takeHeld()) {
    const at = isoNow()
    const { call, applied, repeated, answer } = asked.perform(ledger.entries, at)
    const answered = response.destroyed ? null : answer.status
    ledger.append({ ...call, at, key: asked.key, applied, repeated, mode: 'released', answer: answered })
    sendAnswer(response, answer)
  }
}

export function sendAnswer(response: ServerResponse, { status, headers, body }: Answer): void {
  if (!response.destroyed) response.writeHead(status, headers).end(body)
}

function answerFor(
  service: OutsideService,
  ending: Ending,
  outcome: Outcome | undefined,
  retryAfter: number | undefined,
): Answer | undefined {
  if (ending === 'answer' || ending === 'answer-late') return outcome?.answer
  const failure = failureOf(service, ending)
  if (!failure) return undefined
  if (retryAfter === undefined) return failure
  return { ...failure, headers: { ...failure.headers, 'retry-after': String(retryAfter) } }
}

function failureOf(service: OutsideService, ending: Ending): Answer | undefined {
  if (ending === 'misset') return service.misset
  if (ending === 'bad-address') return service.badAddress
  if (ending === 'refuse') return service.failure(service.refusal)
  return typeof ending === 'number' ? service.failure(ending) : undefined
}
