import { useTranslations } from 'next-intl'
import { OwnVisit, type ShownOwnVisit } from './own-visit'
import styles from './visit-page.module.css'

type OwnVisitsProps = {
  visits: readonly ShownOwnVisit[]
  now: string
  clinic: { address: string; noticeHours: number }
}

/** A patient's visits beside the margin: those to come, the soonest first, and those that were. */
export function OwnVisits({ visits, now, clinic }: OwnVisitsProps) {
  const t = useTranslations('my_visits')
  const isComing = ({ startsAt, status }: ShownOwnVisit) => status !== 'ended' && startsAt > now
  const coming = visits.filter(isComing).toReversed()
  const past = visits.filter((visit) => !isComing(visit))
  return (
    <>
      <section aria-labelledby="coming">
        <h2 id="coming" className="below-3">
          {t('coming')}
        </h2>
        {coming.length === 0 && (
          <div className="sheet padded">
            <p>{t('none')}</p>
          </div>
        )}
        {coming.length > 0 && (
          <div className="sheet">
            <ol className={`ledger ${styles.own}`}>
              {coming.map((visit) => (
                <OwnVisit key={visit.id} visit={visit} isComing now={now} clinic={clinic} />
              ))}
            </ol>
          </div>
        )}
      </section>
      {past.length > 0 && (
        <section aria-labelledby="past" className="above-5">
          <h2 id="past" className="below-3">
            {t('past')}
          </h2>
          <div className="sheet">
            <ol className={`ledger ${styles.own}`}>
              {past.map((visit) => (
                <OwnVisit key={visit.id} visit={visit} isComing={false} now={now} clinic={clinic} />
              ))}
            </ol>
          </div>
        </section>
      )}
    </>
  )
}
