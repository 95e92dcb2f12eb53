import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { GET } from '@/app/api/metrics/route'
import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { minuteMs } from '@/lib/domain/time'
import { book, carryAll } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { recount } from '@/tests/fixtures/measures'
import { hasPrometheus, type Prometheus, promtool, startPrometheus } from '@/tests/fixtures/prometheus'
import { type Served, serveHandler } from '@/tests/fixtures/serve-handler'

const isHere = hasPrometheus()
const token = 'a token of the tests'
const folder = import.meta.dirname
let database: TestDatabase
let clinic: Served
let prometheus: Prometheus

const patience = { timeout: minuteMs, interval: 200 }

/**
 * A clinic that has had a good day and a bad one, before Prometheus came; then as much again, since rates need both.
 */
beforeAll(async () => {
  if (!isHere) return
  process.env.METRICS_TOKEN = token
  database = await createTestDatabase(inject('postgresUrl'))
  clinic = await serveHandler(GET)
  await haveDays(0)
  prometheus = await startPrometheus(clinic.port, token)
  await vi.waitFor(async () => expect(await prometheus.value('up{job="carnet"}')).toBe(1), patience)
  await vi.waitFor(async () => expect(await prometheus.value('count(carnet_saga_total)')).toBeGreaterThan(0), patience)
  await haveDays(10)
})
afterAll(async () => {
  await prometheus?.stop()
  await clinic?.stop()
  await database?.drop()
  delete process.env.METRICS_TOKEN
})

async function haveDays(from: number): Promise<void> {
  const { db } = database
  for (const number of [0, 1, 2]) await book(db, from + number)
  await carryAll(db)
  await setDemoFault(db, 'mail', 'refuses')
  await book(db, from + 3)
  await carryAll(db)
  await setDemoFault(db, 'mail', 'works')
}

/** The sum of all recounted series that begin so. */
async function total(beginning: string): Promise<number> {
  const series = [...(await recount(database.db))].filter(([name]) => name.startsWith(beginning))
  return series.reduce((sum, [, value]) => sum + value, 0)
}

const becomes = (expression: string, value: number) =>
  vi.waitFor(async () => expect(await prometheus.value(expression), expression).toBeCloseTo(value, 6), patience)

describe.skipIf(!isHere)(
  `a real Prometheus${isHere ? '' : ' (not installed here: apt-get install prometheus)'}`,
  () => {
    test('knows the success rate, the mean time and the compensations as a recount says', async () => {
      const done = await total('carnet_saga_total{saga="appointment-created",outcome="done"}')
      const ended = await total('carnet_saga_total')
      await becomes(
        'sum(carnet_saga_total{outcome="done"}) / sum(carnet_saga_total{outcome!="superseded"})',
        done / ended,
      )
      const mean =
        (await total('carnet_saga_duration_seconds_sum')) / (await total('carnet_saga_duration_seconds_count'))
      await becomes('sum(carnet_saga_duration_seconds_sum) / sum(carnet_saga_duration_seconds_count)', mean)
      const undone = await total('carnet_saga_compensations_total')
      expect(undone).toBeGreaterThan(0)
      await becomes('sum(carnet_saga_compensations_total)', undone)
      await becomes('sum(carnet_saga_attention)', await database.db.saga.count({ where: { needsAttention: true } }))
    })

    test.each([0.5, 0.95, 0.99])(
      'knows how long services take: quantile %d lies in the bucket a recount says',
      async (q) => {
        const name = 'carnet_external_request_duration_seconds'
        const calls = await total(`${name}_count`)
        await becomes(`sum(${name}_count)`, calls)
        const bounds = [0, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
        const recounted = [...(await recount(database.db))].filter(([series]) => series.startsWith(`${name}_bucket`))
        const upTo = (bound: number) => {
          const le = `le="${Number.isInteger(bound) ? `${bound}.0` : bound}"`
          return recounted.filter(([series]) => series.includes(le)).reduce((sum, [, value]) => sum + value, 0)
        }
        const high = bounds.findIndex((bound) => bound > 0 && upTo(bound) >= q * calls)
        const told = await prometheus.value(`histogram_quantile(${q}, sum by (le) (${name}_bucket))`)
        expect(told).toBeGreaterThanOrEqual(bounds[high - 1] ?? Number.NaN)
        expect(told).toBeLessThanOrEqual(bounds[high] ?? Number.NaN)
      },
    )

    test('sees a rate from the first saga of a kind on', async () => {
      await vi.waitFor(async () => {
        expect(await prometheus.value('sum(increase(carnet_saga_total[1m]))')).toBeGreaterThan(0)
        expect(await prometheus.value('sum(carnet:saga_ended:increase1h)')).toBeGreaterThan(0)
      }, patience)
    })

    test('understands every question of the dashboard and every alert', async () => {
      const { panels } = JSON.parse(readFileSync(path.join(folder, 'grafana-dashboard.json'), 'utf8')) as {
        panels: { targets?: { expr: string }[] }[]
      }
      for (const { expr } of panels.flatMap(({ targets = [] }) => targets)) {
        const query = expr.replaceAll(/\$__(rate_interval|range)/g, '1m').replaceAll('$service', '.*')
        await expect(prometheus.ask('query', { query }), expr).resolves.toMatchObject({ resultType: 'vector' })
      }
      await vi.waitFor(async () => {
        const { groups } = (await prometheus.ask('rules')) as {
          groups: { rules: { name: string; health: string }[] }[]
        }
        expect(groups.flatMap(({ rules }) => rules.map(({ health }) => health))).toEqual(Array(11).fill('ok'))
      }, patience)
      const { alerts } = (await prometheus.ask('alerts')) as { alerts: { labels: { alertname: string } }[] }
      expect(alerts.map(({ labels }) => labels.alertname)).toContain('CarnetNoSweep')
    })

    test('who shows another token is not let in', async () => {
      const stranger = await startPrometheus(clinic.port, 'another token of the tests')
      try {
        const wait = async () => {
          const { activeTargets } = (await stranger.ask('targets')) as { activeTargets: { lastError: string }[] }
          expect(activeTargets[0]?.lastError).toContain('401')
        }
        await vi.waitFor(wait, patience)
        expect(await stranger.value('up{job="carnet"}')).toBe(0)
      } finally {
        await stranger.stop()
      }
    })

    test('promtool finds no fault with what is told, with the rules, nor with what they are for', async () => {
      const answer = await GET(new Request('http://localhost/', { headers: { authorization: `Bearer ${token}` } }))
      expect(promtool(['check', 'metrics'], await answer.text())).toEqual({ code: 0, said: '' })
      expect(promtool(['check', 'rules', 'alerts.yml'])).toMatchObject({ code: 0 })
      expect(promtool(['test', 'rules', 'alerts.test.yml'])).toMatchObject({ code: 0 })
      expect(promtool(['check', 'config', '--syntax-only', 'prometheus.yml'])).toMatchObject({ code: 0 })
    })
  },
)
