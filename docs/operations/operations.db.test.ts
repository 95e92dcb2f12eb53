import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { minuteMs } from '@/lib/domain/time'
import { expose } from '@/lib/measures/exposition'
import { scrape } from '@/lib/measures/scrape'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { seriesOf } from '@/tests/fixtures/measures'

const read = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8')

const place = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })
const target = z.object({
  expr: z.string(),
  refId: z.string(),
  datasource: z.object({ uid: z.string().regex(/^\$\{datasource\}$/) }),
})
const panel = z.object({
  id: z.number(),
  title: z.string().min(1),
  gridPos: place,
  targets: z.array(target).optional(),
})
const dashboard = z
  .object({
    uid: z.string(),
    schemaVersion: z.number().min(39),
    templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string() })) }),
    panels: z.array(panel),
  })
  .parse(JSON.parse(read('grafana-dashboard.json')))

const asked = {
  'grafana-dashboard.json': dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
  'alerts.yml': [...read('alerts.yml').matchAll(/expr: (\|\n(?: {10}.*\n)+|.*)/g)].map(([, expr = '']) => expr),
}

let database: TestDatabase
/** Every series that is told, as `name{labels}`. */
let told: string[]
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  const families = await scrape(database.db, { now: new Date(), lateMs: 2 * minuteMs, topic: 'a-topic' })
  told = [...seriesOf(expose(families, 'openmetrics')).keys()]
})
afterAll(() => database.drop())

describe.each(Object.entries(asked))('%s', (file, expressions) => {
  test('asks only for what is told, with labels and values that are there', () => {
    const wanted = expressions.flatMap((expr) => [
      ...expr.matchAll(/\b((?:carnet|process|nodejs)_\w+)(?:\{([^}]*)\})?/g),
    ])
    expect(wanted.length).toBeGreaterThan(file === 'alerts.yml' ? 5 : 30)
    for (const [all, name, matchers = ''] of wanted) {
      const series = told.filter((line) => line === name || line.startsWith(`${name}{`))
      expect(series, all).not.toEqual([])
      for (const [matcher, label, value = ''] of matchers.matchAll(/(\w+)!?=~?"([^"]*)"/g)) {
        const isPrometheusOwn = label === 'job' || value.startsWith('$')
        if (!isPrometheusOwn)
          expect(
            series.some((line) => line.includes(`${label}="${value}"`)),
            `${all}: ${matcher}`,
          ).toBe(true)
      }
    }
    for (const [, labels = ''] of expressions.join('\n').matchAll(/\bby \(([\w, ]+)\)/g)) {
      const names = labels.split(', ').filter((label) => label !== 'le')
      expect(names.filter((label) => !told.some((line) => line.includes(`${label}="`)))).toEqual([])
    }
  })

  test('takes one of the equal numbers that several instances tell', () => {
    const ofAll = /\b(?:increase|rate)\(carnet_(?:saga|external)/g
    for (const expr of expressions) {
      expect(expr.match(ofAll)?.length ?? 0, expr).toBe(
        expr.match(/max without \(instance\) \((?:increase|rate)\(/g)?.length ?? 0,
      )
    }
  })
})

test('the dashboard chooses its source, and no two panels have one number or one place', () => {
  expect(dashboard.templating.list.map(({ type }) => type)).toContain('datasource')
  const ids = dashboard.panels.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const overlaps = dashboard.panels.flatMap(({ gridPos: a, id, title }) =>
    dashboard.panels
      .filter(
        ({ gridPos: b, id: other }) =>
          other > id && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h,
      )
      .map(({ title: other }) => `${title} / ${other}`),
  )
  expect(overlaps).toEqual([])
})

test('the dashboard shows the four measures, those that take time by p50, p95 and p99', () => {
  const all = asked['grafana-dashboard.json'].join('\n')
  expect(all).toMatch(/carnet_saga_total\{outcome="done"\}/)
  expect(all).toMatch(/carnet_saga_compensations_total/)
  for (const of of ['saga_duration', 'external_request_duration']) {
    for (const quantile of ['0.5', '0.95', '0.99']) {
      expect(all).toMatch(new RegExp(`histogram_quantile\\(${quantile}, .*carnet_${of}_seconds_bucket`))
    }
    expect(all).toMatch(new RegExp(`carnet_${of}_seconds_sum`))
  }
})
