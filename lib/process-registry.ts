import { collectDefaultMetrics, Registry } from 'prom-client'

/** Numbers without a stable meaning, under names that OpenMetrics keeps for counters. */
const leftOut = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total']

const kept = globalThis as typeof globalThis & { carnetRegistry?: Registry }

/**
 * What this process alone can measure: memory, event loop, calls of adapters. One for all module copies, of which Next makes
 * several; two that collect would count the garbage twice.
 */
export function processRegistry(): Registry {
  kept.carnetRegistry ??= makeRegistry()
  return kept.carnetRegistry
}

function makeRegistry(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  for (const name of leftOut) registry.removeSingleMetric(name)
  return registry
}
