import type { Db } from '@/lib/db/client'
import { secondMs } from '@/lib/domain/time'
import { type Count, counts } from './counts'
import { bound } from './exposition'
import type { Family, Sample } from './family'

type Labels = Record<string, string>
type Bucket = { le: number; count: number; sumMs: number }

/** Returns what was counted from the events so far, each set of labels with a value. */
export async function readCounts(db: Db): Promise<Family[]> {
  const kept = new Map<string, Map<string, Bucket[]>>()
  for (const { name, labels, le, count, sumMs } of await db.measure.findMany()) {
    const sets = kept.get(name) ?? new Map<string, Bucket[]>()
    kept.set(name, sets)
    const key = keyOf(JSON.parse(labels))
    sets.set(key, [...(sets.get(key) ?? []), { le, count: Number(count), sumMs: Number(sumMs) }])
  }
  return counts.map((count) => toFamily(count, kept.get(count.measure) ?? new Map()))
}

/** Labels that are none of ours any more, of a step that an older plan had, are told too. */
function toFamily(count: Count, kept: ReadonlyMap<string, Bucket[]>): Family {
  const { name, help, labelSets, buckets } = count
  const known = new Set(labelSets.map(keyOf))
  const former = [...kept.keys()].filter((key) => !known.has(key)).map((key) => Object.fromEntries(JSON.parse(key)))
  const toSamples = (labels: Labels) => {
    const found = kept.get(keyOf(labels)) ?? []
    return buckets ? histogram(labels, found, buckets) : [{ labels, value: sum(found, 'count') }]
  }
  return { name, help, type: buckets ? 'histogram' : 'counter', samples: [...labelSets, ...former].flatMap(toSamples) }
}

/** Each bucket holds what the ones below it hold. */
function histogram(labels: Labels, found: readonly Bucket[], buckets: readonly number[]): Sample[] {
  const upTo = (limit: number) =>
    sum(
      found.filter(({ le }) => le <= limit),
      'count',
    )
  const bounds = buckets.map((ms) => ({ le: bound(ms / secondMs), value: upTo(ms) }))
  const all = sum(found, 'count')
  return [
    ...[...bounds, { le: '+Inf', value: all }].map(({ le, value }) => ({
      suffix: '_bucket',
      labels: { ...labels, le },
      value,
    })),
    { suffix: '_sum', labels, value: sum(found, 'sumMs') / secondMs },
    { suffix: '_count', labels, value: all },
  ]
}

function sum(buckets: readonly Bucket[], of: 'count' | 'sumMs'): number {
  return buckets.reduce((total, bucket) => total + bucket[of], 0)
}

function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
