import { useLocale, useTranslations } from 'next-intl'
import { duration } from '@/lib/views/duration'
import { timeTicks } from './chart-geometry'
import styles from './health.module.css'
import { LineChart } from './line-chart'
import type { MetricsProps } from './measured'
import { MetricCard } from './metric-card'
import { useParts } from './use-parts'

/**
 * How long requests took that are done: the median in large, and what 50, 95 and 99 of a hundred took at most, on a scale of
 * powers.
 */
export function TimeCard({ bookings, part }: Pick<MetricsProps, 'bookings' | 'part'>) {
  const t = useTranslations('health')
  const locale = useLocale()
  const parts = useParts(bookings, part)
  const word = (ms: number | null | undefined) => (typeof ms === 'number' ? duration(ms, locale) : '–')
  const whole = bookings.at(-1)
  const [mean, p50, p95, p99] = [whole?.meanMs, whole?.p50Ms, whole?.p95Ms, whole?.p99Ms].map(word)
  const figures = { mean: mean ?? '–', p50: p50 ?? '–', p95: p95 ?? '–', p99: p99 ?? '–' }
  const times = bookings.slice(0, -1)
  const ticks = timeTicks(times.flatMap(({ p50Ms, p99Ms }) => [p50Ms ?? [], p99Ms ?? []].flat()))
  const line = (name: 'p50Ms' | 'p95Ms' | 'p99Ms') => times.map(({ [name]: ms }) => (ms === null ? null : power(ms)))
  return (
    <MetricCard title={t('time')} figure={figures.p50} of={t(p50 === '–' ? 'unmeasured' : 'median')}>
      <LineChart
        label={t('time_label', figures)}
        values={line('p50Ms')}
        others={[line('p95Ms'), line('p99Ms')]}
        low={power(ticks[0] ?? 1)}
        high={power(ticks.at(-1) ?? 1)}
        ticks={ticks.map((ms) => ({ value: power(ms), word: word(ms) }))}
        parts={parts}
        word={(value) => word(10 ** value)}
      />
      <p className={`${styles.key} pen`}>
        <span>
          <i className={styles.lineKey} /> {t('p50_figure', figures)}
        </span>
        <span>
          <i className={styles.dash} /> {t('p95_figure', figures)}
        </span>
        <span>
          <i className={styles.dots} /> {t('p99_figure', figures)}
        </span>
      </p>
    </MetricCard>
  )
}

/** Returns the power of ten that a time (ms) is. */
function power(ms: number): number {
  return Math.log10(Math.max(ms, 1))
}
