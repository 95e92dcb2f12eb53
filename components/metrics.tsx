import { useLocale, useTranslations } from 'next-intl'
import { BarChart } from './bar-chart'
import { roundUpTime } from './chart-geometry'
import { duration } from './duration'
import { LineChart } from './line-chart'
import { MetricCard } from './metric-card'
import { percent, share } from './share'
import { SpanChart } from './span-chart'
import { useParts } from './use-parts'

type Booked = {
  from: string | null
  done: number
  undone: number
  attention: number
  meanMs: number | null
  p95Ms: number | null
}
type Undone = { from: string | null; count: number; asked: number }
type Latency = { service: string; count: number; p50Ms: number; p95Ms: number }

export type MetricsProps = {
  /** Part by part; the last is the whole. */
  bookings: readonly Booked[]
  compensations: readonly Undone[]
  latencies: readonly Latency[]
  part: 'hour' | 'day'
}

/** The mission's four measures, each with its number and how it went. */
export function Metrics({ bookings, compensations, latencies, part }: MetricsProps) {
  return (
    <div className="metrics">
      <BookedCard bookings={bookings} part={part} />
      <TimeCard bookings={bookings} part={part} />
      <UndoneCard compensations={compensations} bookings={bookings} part={part} />
      <LatencyCard latencies={latencies} />
    </div>
  )
}

function BookedCard({ bookings, part }: Pick<MetricsProps, 'bookings' | 'part'>) {
  const t = useTranslations('health')
  const locale = useLocale()
  const parts = useParts(bookings, part)
  const whole = share(bookings.at(-1))
  const values = bookings.slice(0, -1).map((one) => share(one).part)
  const known = values.flatMap((value) => value ?? [])
  // A hundredth is what differs on a good day; on a bad one the whole scale is wanted.
  const low = Math.min(...known, 1) >= 0.9 ? Math.min(Math.floor(Math.min(...known, 1) * 100) / 100, 0.98) : 0
  const ticks = [low, (low + 1) / 2, 1].map((value) => ({ value, word: percent(value, locale) }))
  const figure = whole.part === null ? '–' : percent(whole.part, locale)
  return (
    <MetricCard
      title={t('booked')}
      figure={figure}
      of={whole.of === 0 ? t('unmeasured') : t('of_requests', { count: whole.of })}
    >
      <LineChart
        label={t('booked_label', {
          figure,
          count: whole.of,
          low: known.length ? percent(Math.min(...known), locale) : '–',
        })}
        values={values}
        low={low}
        high={1}
        ticks={ticks}
        parts={parts}
        word={(value) => percent(value, locale)}
      />
    </MetricCard>
  )
}

function TimeCard({ bookings, part }: Pick<MetricsProps, 'bookings' | 'part'>) {
  const t = useTranslations('health')
  const locale = useLocale()
  const parts = useParts(bookings, part)
  const whole = bookings.at(-1)
  const word = (ms: number) => duration(ms, locale)
  const [mean, p95] = [whole?.meanMs, whole?.p95Ms].map((ms) => (typeof ms === 'number' ? word(ms) : '–'))
  const times = bookings.slice(0, -1)
  const { high, ticks } = roundUpTime(Math.max(...times.flatMap(({ meanMs, p95Ms }) => [meanMs ?? 0, p95Ms ?? 0]), 100))
  return (
    <MetricCard
      title={t('time')}
      figure={mean ?? '–'}
      of={mean === '–' ? t('unmeasured') : t('mean_p95', { p95: p95 ?? '–' })}
    >
      <LineChart
        label={t('time_label', { mean: mean ?? '–', p95: p95 ?? '–' })}
        values={times.map(({ meanMs }) => meanMs)}
        others={times.map(({ p95Ms }) => p95Ms)}
        low={0}
        high={high}
        ticks={ticks.map((value) => ({ value, word: word(value) }))}
        parts={parts}
        word={word}
      />
      <p className="key pen">
        <span>
          <i /> {t('mean')}
        </span>
        <span>
          <i className="dash" /> {t('p95')}
        </span>
      </p>
    </MetricCard>
  )
}

function UndoneCard({ compensations, bookings, part }: Pick<MetricsProps, 'compensations' | 'bookings' | 'part'>) {
  const t = useTranslations('health')
  const parts = useParts(compensations, part)
  const { count, asked } = compensations.at(-1) ?? { count: 0, asked: 0 }
  const isMeasured = share(bookings.at(-1)).of + count > 0
  return (
    <MetricCard
      title={t('undone')}
      figure={String(count)}
      of={isMeasured ? t('undone_of', { asked }) : t('unmeasured')}
    >
      <BarChart label={t('undone_label', { count, asked })} bars={compensations.slice(0, -1)} parts={parts} />
      <p className="key">
        <span className="undone">
          <i /> {t('undone_alone')}
        </span>
        <span className="attention">
          <i /> {t('undone_asked')}
        </span>
      </p>
    </MetricCard>
  )
}

function LatencyCard({ latencies }: Pick<MetricsProps, 'latencies'>) {
  const t = useTranslations('health')
  const locale = useLocale()
  const rows = latencies.map(({ service, ...times }) => ({ name: t(`service_${service as 'mail'}`), ...times }))
  const slowest = rows.toSorted((a, b) => b.p95Ms - a.p95Ms)[0]
  const told = rows.map(({ name, p50Ms, p95Ms }) => `${name} ${duration(p50Ms, locale)}, ${duration(p95Ms, locale)}`)
  return (
    <MetricCard
      title={t('latency')}
      figure={slowest ? duration(slowest.p95Ms, locale) : '–'}
      of={slowest ? t('slowest', { name: slowest.name }) : t('unmeasured')}
    >
      <SpanChart label={t('latency_label', { told: told.join('; ') })} rows={rows} />
      <p className="key pen">
        <span>
          <i className="point" /> {t('median')}
        </span>
        <span>
          <i className="stroke" /> {t('p95')}
        </span>
      </p>
    </MetricCard>
  )
}
