import { createHash, randomUUID } from 'node:crypto'
import { celText, holds } from '@/inngest/engine/expression'
import type { Registered, Registry } from '@/inngest/engine/functions/registry'
import { permitsOf } from '@/inngest/engine/permits'
import type { NewRun } from './journal'
import type { Event, IncomingEvent } from './run'

/** Returns an event with all that the SDK wants to read. `seed` names it the same when a client repeats its request. */
export function wholeEvent(event: IncomingEvent, seed: string | undefined, now: Date): Event {
  const id = event.id || (seed ? hashOf(seed) : randomUUID())
  return { user: {}, ...event, data: event.data ?? {}, ts: event.ts ?? now.getTime(), id }
}

/** Returns the runs that an event starts. */
export function runsOf(registry: Registry, event: Event, now: Date): NewRun[] {
  const triggered = registry
    .triggeredBy(event.name)
    .filter(({ config }) => config.triggers.some((t) => t.event === event.name && holds(t.expression, { event })))
  return triggered.map((registered) => newRun(registered, event, now))
}

/** Returns a run of one function. An invoked one is never the same as another. */
export function newRun(registered: Registered, event: Event, now: Date, parent?: NewRun['parent']): NewRun {
  const { id: functionId, config } = registered
  const once = config.idempotency && celText(config.idempotency, { event })
  const runAt = new Date(Math.max(now.getTime(), event.ts))
  const permits = permitsOf(registered, event)
  return {
    id: randomUUID(),
    functionId,
    event,
    permits,
    runAt,
    lease: null,
    key: parent ? null : once ? hashOf(once) : event.id,
    ...(parent && { parent }),
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
