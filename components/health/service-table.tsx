import { CircleCheck, CircleMinus, OctagonX, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { ScrollSheet } from '@/components/ui/scroll-sheet'
import { Time } from '@/components/ui/time'
import type { Service } from '@/lib/domain/saga/failure'
import { duration } from '@/lib/views/duration'
import styles from './health.module.css'

export type ShownService = {
  service: string
  hours: readonly { from: string; calls: number; failed: number }[]
  medianMs: number | null
  last: 'answered' | 'refused' | 'silent' | null
  /** When it was last asked (ISO instant). */
  lastAt: string | null
}

const looks = {
  answered: { className: 'ok', Icon: CircleCheck },
  refused: { className: 'attention', Icon: TriangleAlert },
  silent: { className: 'failed', Icon: OctagonX },
  none: { className: 'todo', Icon: CircleMinus },
} as const

/** How each service does: a word, its last 24 hours, and how fast it answers. */
export function ServiceTable({ services }: { services: readonly ShownService[] }) {
  const t = useTranslations('health')
  const locale = useLocale()
  return (
    <section className="above-5" aria-labelledby="services">
      <h2 id="services" className="below-3">
        {t('services')}
      </h2>
      <ScrollSheet label={t('services')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('service')}</th>
              <th scope="col">{t('now')}</th>
              <th scope="col" className="not-on-phone">
                {t('last_day')}
              </th>
              <th scope="col" className="right">
                {t('median')}
              </th>
            </tr>
          </thead>
          <tbody>
            {services.map(({ service, hours, medianMs, last, lastAt }) => {
              const { className, Icon } = looks[last ?? 'none']
              return (
                <tr key={service}>
                  <th scope="row">
                    {t(`service_${service as Service}`)}
                    {lastAt && (
                      <span className="sub">
                        {t('last_asked')} <Time at={lastAt} form="short" />
                      </span>
                    )}
                  </th>
                  <td>
                    <span className={`state ${className}`}>
                      <Icon className="icon" aria-hidden="true" />
                      {t(`word_${last ?? 'none'}`)}
                    </span>
                  </td>
                  <td className="not-on-phone">
                    <Ticks hours={hours} />
                  </td>
                  <td className="right numeric">{medianMs === null ? '–' : duration(medianMs, locale)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollSheet>
    </section>
  )
}

/** A stroke for each hour; its height says again what its colour says. */
function Ticks({ hours }: Pick<ShownService, 'hours'>) {
  const t = useTranslations('health')
  const sum = (name: 'calls' | 'failed') => hours.reduce((total, hour) => total + hour[name], 0)
  return (
    <>
      <span className={styles.ticks} aria-hidden="true">
        {hours.map(({ from, calls, failed }) => (
          <i key={from} className={tickOf(calls, failed)} />
        ))}
      </span>
      <span className="visually-hidden">{t('calls', { calls: sum('calls'), failed: sum('failed') })}</span>
    </>
  )
}

function tickOf(calls: number, failed: number): string | undefined {
  if (calls === 0) return styles.none
  if (failed === 0) return undefined
  return failed < calls ? styles.someFailed : styles.allFailed
}
