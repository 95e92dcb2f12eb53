import { useLocale, useTranslations } from 'next-intl'
import { duration } from './duration'
import type { MetricsProps } from './metrics'
import { percent, share } from './share'
import { ScrollSheet } from './ui/scroll-sheet'
import { useParts } from './use-parts'

/** The same numbers as the charts show, to read one by one; the newest first. */
export function MetricsTable({ bookings, compensations, latencies, part }: MetricsProps) {
  const t = useTranslations('health')
  const locale = useLocale()
  const parts = useParts(bookings, part)
  const time = (ms: number | null | undefined) => (typeof ms === 'number' ? duration(ms, locale) : '–')
  const rows = bookings.map((one, index) => ({ ...one, ...share(one), name: parts[index] ?? t('whole'), index }))
  return (
    <details className="pt-3">
      <summary className="small">{t('as_table')}</summary>
      <ScrollSheet label={t('by_part')} className="mt-3">
        <table className="tbl">
          <caption className="vh">{t('by_part')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(part)}</th>
              {(['requests', 'booked', 'mean', 'p95', 'undone'] as const).map((name) => (
                <th key={name} scope="col" className="r">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map(({ name, index, of, part: booked, meanMs, p95Ms }) => (
              <tr key={index}>
                <th scope="row">{name}</th>
                <td className="r num">{of}</td>
                <td className="r num">{booked === null ? '–' : percent(booked, locale)}</td>
                <td className="r num">{time(meanMs)}</td>
                <td className="r num">{time(p95Ms)}</td>
                <td className="r num">{compensations[index]?.count ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSheet>
      <ScrollSheet label={t('latency')} className="mt-3">
        <table className="tbl">
          <caption className="vh">{t('latency')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('service')}</th>
              {(['count', 'median', 'p95'] as const).map((name) => (
                <th key={name} scope="col" className="r">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {latencies.map(({ service, count, p50Ms, p95Ms }) => (
              <tr key={service}>
                <th scope="row">{t(`service_${service as 'mail'}`)}</th>
                <td className="r num">{count}</td>
                <td className="r num">{time(p50Ms)}</td>
                <td className="r num">{time(p95Ms)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSheet>
    </details>
  )
}
