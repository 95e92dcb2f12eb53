import { isDuration } from '@/inngest/engine/durations'
import { isExpression } from '@/inngest/engine/expression'
import { isCron } from './cron'

/** What the SDK says of a function, as far as the engine reads it. */
export type FunctionConfig = {
  id: string
  name?: string
  triggers: Trigger[]
  steps: { step: { retries?: { attempts?: number }; runtime: { url: string } } }
  idempotency?: string
  concurrency?: number | ConcurrencyLimit | ConcurrencyLimit[]
  cancel?: Cancellation[]
  [feature: string]: unknown
}
type Trigger = { event?: string; cron?: string; expression?: string }
type ConcurrencyLimit = { limit: number; key?: string; scope?: 'fn' | 'env' | 'account' }
type Cancellation = { event: string; if?: string; timeout?: string }

/** Inngest's own default when a function does not say. */
const defaultRetries = 4
const retriesMax = 20
const concurrencyMax = 2
const cancellationMax = 5
const triggerMax = 10

/** What the SDK may ask for and this engine does not do; silence would be a promise broken later. */
const unsupported = ['batchEvents', 'debounce', 'priority', 'rateLimit', 'singleton', 'throttle', 'timeouts']

/** Returns the sentence that refuses a function, or undefined when the engine can do all it asks for. */
export function refusal(config: FunctionConfig): string | undefined {
  const asked = unsupported.find((feature) => config[feature] !== undefined)
  if (asked) return `The embedded engine does not support "${asked}", which ${config.id} asks for.`
  const expression = expressionsOf(config).find((text) => !isExpression(text))
  if (expression) return `${config.id} has an expression that is not CEL: ${expression}`
  const cron = config.triggers.find((trigger) => trigger.cron && !isCron(trigger.cron))?.cron
  if (cron) return `${config.id} has a cron that is none: ${cron}`
  const timeout = config.cancel?.find(
    (cancellation) => cancellation.timeout && !isDuration(cancellation.timeout),
  )?.timeout
  if (timeout) return `${config.id} has a timeout that is none: ${timeout}`
  return overLimit(config)
}

/** Returns how often a step, or the code around the steps, is tried in all. */
export function attemptsOf({ steps }: FunctionConfig): number {
  return (steps.step.retries?.attempts ?? defaultRetries) + 1
}

/** Returns each limit on how many of a function's steps run at once; 0 is none. */
export function limitsOf({ concurrency = [] }: FunctionConfig): ConcurrencyLimit[] {
  const given = typeof concurrency === 'number' ? { limit: concurrency } : concurrency
  return [given].flat().filter(({ limit }) => limit > 0)
}

function overLimit(config: FunctionConfig): string | undefined {
  const counts: [what: string, count: number, max: number][] = [
    ['retries', attemptsOf(config) - 1, retriesMax],
    ['concurrency limits', limitsOf(config).length, concurrencyMax],
    ['ways to be cancelled', config.cancel?.length ?? 0, cancellationMax],
    ['triggers', config.triggers.length, triggerMax],
  ]
  const over = counts.find(([, count, max]) => count > max)
  return over && `${config.id} has ${over[1]} ${over[0]}; ${over[2]} are the most.`
}

function expressionsOf(config: FunctionConfig): string[] {
  const { triggers, cancel = [], idempotency } = config
  const keys = limitsOf(config).map(({ key }) => key)
  const all = [
    ...triggers.map(({ expression }) => expression),
    ...cancel.map((cancellation) => cancellation.if),
    idempotency,
    ...keys,
  ]
  return all.flatMap((text) => text || [])
}
