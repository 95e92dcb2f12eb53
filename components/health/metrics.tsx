import { useLocale, useTranslations } from 'next-intl'
import type { Service } from '@/lib/domain/saga/failure'
import { duration } from '@/lib/views/duration'
import { BarChart } from './bar-chart'
import styles from './health.module.css'
import { LineChart } from './line-chart'
import type { MetricsProps } from './measured'
import { MetricCard } from './metric-card'
import { percent, share } from './share'
import { SpanChart } from './span-chart'
import { TimeCard } from './time-card'
import { useParts } from './use-parts'

/** The mission's four measures, each with its number and how it went. */
export function Metrics({ bookings, compensations, latencies, part }: MetricsProps) {
  return (
    <div className={styles.metrics}>
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
  const values = bookings.slice(0, -1).map((booking) => share(booking).part)
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
      <p className={styles.key}>
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
  const rows = latencies.map(({ service, ...times }) => ({ name: t(`service_${service as Service}`), ...times }))
  const slowest = rows.toSorted((a, b) => b.p95Ms - a.p95Ms)[0]
  const told = rows.map(({ name, p50Ms, p95Ms, p99Ms }) =>
    [`${name} ${duration(p50Ms, locale)}`, duration(p95Ms, locale), duration(p99Ms, locale)].join(', '),
  )
  return (
    <MetricCard
      title={t('latency')}
      figure={slowest ? duration(slowest.p95Ms, locale) : '–'}
      of={slowest ? t('slowest', { name: slowest.name }) : t('unmeasured')}
    >
      <SpanChart label={t('latency_label', { told: told.join('; ') })} rows={rows} />
      <p className={`${styles.key} pen`}>
        <span>
          <i className={styles.point} /> {t('median')}
        </span>
        <span>
          <i className={styles.stroke} /> {t('p95')}
        </span>
        <span>
          <i className={styles.whisker} /> {t('p99')}
        </span>
      </p>
    </MetricCard>
  )
}
