import { useLocale, useTranslations } from 'next-intl'
import { ScrollSheet } from '@/components/ui/scroll-sheet'
import type { Service } from '@/lib/domain/saga/failure'
import { duration } from '@/lib/views/duration'
import type { MetricsProps } from './measured'
import { percent, share } from './share'
import { useParts } from './use-parts'

/** The same numbers as the charts show, to read one by one; the newest first. */
export function MetricsTable({ bookings, compensations, latencies, part }: MetricsProps) {
  const t = useTranslations('health')
  const locale = useLocale()
  const parts = useParts(bookings, part)
  const rows = bookings.map((booking, index) => ({
    ...booking,
    ...share(booking),
    name: parts[index] ?? t('whole'),
    index,
  }))
  return (
    <details className="set-off-small">
      <summary className="small">{t('as_table')}</summary>
      <ScrollSheet label={t('by_part')} className="set-off-small">
        <table className="table">
          <caption className="visually-hidden">{t('by_part')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(part)}</th>
              {(['requests', 'booked', 'mean', 'median', 'p95', 'p99', 'undone'] as const).map((name) => (
                <th key={name} scope="col" className="right">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map(({ name, index, of, part: booked, meanMs, p50Ms, p95Ms, p99Ms }) => (
              <tr key={index}>
                <th scope="row" className="one-line">
                  {name}
                </th>
                <td className="right numeric">{of}</td>
                <td className="right numeric">{booked === null ? '–' : percent(booked, locale)}</td>
                <Times of={[meanMs, p50Ms, p95Ms, p99Ms]} />
                <td className="right numeric">{compensations[index]?.count ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSheet>
      <ScrollSheet label={t('latency')} className="set-off-small">
        <table className="table">
          <caption className="visually-hidden">{t('latency')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('service')}</th>
              {(['count', 'mean', 'median', 'p95', 'p99'] as const).map((name) => (
                <th key={name} scope="col" className="right">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {latencies.map(({ service, count, meanMs, p50Ms, p95Ms, p99Ms }) => (
              <tr key={service}>
                <th scope="row">{t(`service_${service as Service}`)}</th>
                <td className="right numeric">{count}</td>
                <Times of={[meanMs, p50Ms, p95Ms, p99Ms]} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSheet>
    </details>
  )
}

/** A cell for each time (ms); one that is not known has a dash. */
function Times({ of }: { of: readonly (number | null)[] }) {
  const locale = useLocale()
  return of.map((ms, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
    <td key={index} className="right numeric">
      {ms === null ? '–' : duration(ms, locale)}
    </td>
  ))
}
