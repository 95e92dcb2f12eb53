import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { dayAndClock } from '@/lib/domain/schedule/wording'
import { Time } from './time'

type OwnVisit = {
  id: string
  path: string
  startsAt: string
  status: 'requested' | 'confirmed' | 'ended'
  patientName: string
  doctor: { name: string; form: 'Dre' | 'Dr' }
  visitType: { fr: string; en: string } | null
}

/** A patient's visits beside the margin: those to come, the soonest first, and those that were. */
export function OwnVisits({ visits, now }: { visits: readonly OwnVisit[]; now: string }) {
  const t = useTranslations('my_visits')
  const isComing = ({ startsAt, status }: OwnVisit) => status !== 'ended' && startsAt > now
  const coming = visits.filter(isComing).toReversed()
  const past = visits.filter((visit) => !isComing(visit))
  return (
    <>
      <section aria-labelledby="coming">
        <h2 id="coming" className="pb-3">
          {t('coming')}
        </h2>
        {coming.length > 0 ? (
          <VisitList visits={coming} />
        ) : (
          <div className="sheet pad">
            <p>{t('none')}</p>
            <p className="soft pt-2">
              {t('none_body')} <Link href="/">{t('book')}</Link>
            </p>
          </div>
        )}
      </section>
      {past.length > 0 && (
        <section aria-labelledby="past" className="pt-6">
          <h2 id="past" className="pb-3">
            {t('past')}
          </h2>
          <VisitList visits={past} />
        </section>
      )}
    </>
  )
}

function VisitList({ visits }: { visits: readonly OwnVisit[] }) {
  const t = useTranslations('my_visits')
  const locale = useLocale() as 'fr' | 'en'
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  return (
    <div className="sheet">
      <ol className="ledger own">
        {visits.map(({ id, path, startsAt, status, patientName, doctor, visitType }) => (
          <li key={id}>
            <div className="when">
              <Time at={startsAt} form="clock" className="strong" />
            </div>
            <div className="what">
              <Link
                prefetch={false}
                className="strong first-letter:uppercase inline-block"
                href={path as Route}
                aria-label={t('open', { when: dayAndClock(startsAt, place) })}
              >
                <Time at={startsAt} form="day" />
              </Link>
              <p className="small soft">
                {doctorName(doctor, locale)}
                {visitType && ` · ${visitType[locale]}`} · {t('for', { patient: patientName })}
              </p>
              <p className="small mute">{t(status)}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
