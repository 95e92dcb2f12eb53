import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { byChannel } from '@/lib/domain/messages/channels'
import { failureKindsThat } from '@/lib/domain/saga/failure'
import { oncePerProcess } from '@/lib/once-per-process'

/** What outside services are asked for. */
export const serviceOperations = {
  calendar: ['addEvent', 'updateEvent', 'removeEvent'],
  own_calendar: ['addEvent', 'updateEvent', 'removeEvent', 'says', 'listIds', 'reach'],
  ...byChannel(() => ['send'] as const),
} as const

/** How a call ended: answered, in one of the ways a service fails, or by a fault of ours. */
const callOutcomes = ['answered', ...failureKindsThat('isOfCall'), 'fault']

/** Numbers without a stable meaning, under names that OpenMetrics keeps for counters. */
const leftOut = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total']

type ProcessMetrics = { registry: Registry; adapterCalls: Histogram }

/**
 * What this process alone can measure: memory, event loop, calls of adapters. Two that collect would count the
 * garbage twice.
 */
export function processMetrics(): ProcessMetrics {
  return oncePerProcess('carnetMetrics', makeMetrics)
}

function makeMetrics(): ProcessMetrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  for (const name of leftOut) registry.removeSingleMetric(name)
  const adapterCalls = new Histogram({
    name: 'carnet_adapter_call_duration_seconds',
    help: 'One call of an outside service, as the adapter of this process saw it; also calls that no saga makes.',
    labelNames: ['service', 'operation', 'outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  })
  for (const [service, operations] of Object.entries(serviceOperations)) {
    for (const operation of operations) {
      for (const outcome of callOutcomes) adapterCalls.zero({ service, operation, outcome })
    }
  }
  return { registry, adapterCalls }
}
