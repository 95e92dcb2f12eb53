import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ScrollSheet } from '@/components/ui/scroll-sheet'
import { Time } from '@/components/ui/time'

type VisitHistoryProps = {
  /** The saga this stands beside: its own event is marked. */
  sagaId: string
  events: readonly {
    version: number
    type: string
    at: string
    isLate: boolean
    by: { who: 'patient' | 'carnet' } | { who: 'named'; name: string }
    sagaId: string | null
  }[]
}

/** Everything that was recorded of the visit, with the saga that each event started. */
export function VisitHistory({ sagaId, events }: VisitHistoryProps) {
  const t = useTranslations('visit_event')
  return (
    <section className="above-5" aria-labelledby="visit-history">
      <h2 id="visit-history" className="below-3">
        {t('title')}
      </h2>
      <ScrollSheet label={t('title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="right">
                {t('version')}
              </th>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('by')}</th>
              <th scope="col">{t('at')}</th>
              <th scope="col">{t('saga')}</th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ version, type, at, isLate, by, sagaId: own }) => (
              <tr key={version}>
                <td className="right numeric">{version}</td>
                <th scope="row">
                  {t(isLate ? 'cancelled_late' : t.has(type as 'other') ? (type as 'other') : 'other')}
                  <span className="sub">{type}</span>
                </th>
                <td>{by.who === 'named' ? by.name : t(by.who)}</td>
                <td className="numeric">
                  <Time at={at} form="short" />
                </td>
                <td>
                  {own === sagaId && <span className="mute">{t('this_saga')}</span>}
                  {own && own !== sagaId && (
                    <Link prefetch={false} href={`/sagas/${own}`}>
                      {t('open_saga')}
                      <span className="visually-hidden"> {version}</span>
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSheet>
    </section>
  )
}
