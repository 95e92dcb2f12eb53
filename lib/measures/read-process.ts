import { processMetrics } from '@/lib/telemetry/process-metrics'
import { bound } from './exposition'
import type { Family, Sample } from './family'

/** Returns what this process has measured of itself. */
export async function readProcess(): Promise<Family[]> {
  const metrics = await processMetrics().registry.getMetricsAsJSON()
  return metrics.map(({ name, help, type, values }) => ({
    name,
    help,
    type: String(type) as Family['type'],
    samples: (values as Value[]).map((value) => toSample(name, value)),
  }))
}

type Value = { metricName?: string; labels?: Record<string, string | number | undefined>; value: number }

function toSample(name: string, { metricName = name, labels = {}, value }: Value): Sample {
  const words = Object.entries(labels).map(([label, word]) => [
    label,
    typeof word === 'number' ? bound(word) : `${word}`,
  ])
  return { suffix: metricName.slice(name.length), labels: Object.fromEntries(words), value }
}
