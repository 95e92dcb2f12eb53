import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Time } from './time'
import type { ShownVisit } from './visit'
import { useVisitWords } from './visit-words'

type VisitFactsProps = { visit: ShownVisit; clinic: { address: string }; children?: ReactNode }

/** When, with whom, where, and the reference to give on the phone. `children` is what can be done about it. */
export function VisitFacts({ visit, clinic, children }: VisitFactsProps) {
  const t = useTranslations()
  const words = useVisitWords(visit)
  const locale = useLocale() as 'fr' | 'en'
  return (
    <section className="sheet pad mt-4" aria-labelledby="facts">
      <h2 id="facts" className="vh">
        {t('status.the_visit')}
      </h2>
      <dl className="facts">
        <div>
          <dt>{t('visit.when')}</dt>
          <dd className="first-letter:uppercase">
            <Time at={visit.startsAt} form="dayAndClock" />
          </dd>
        </div>
        <div>
          <dt>{t('visit.with')}</dt>
          <dd>{words.doctor}</dd>
        </div>
        <div>
          <dt>{t('visit.for')}</dt>
          <dd>{visit.patientName}</dd>
        </div>
        {visit.visitType && (
          <div>
            <dt>{t('doctor.type')}</dt>
            <dd>{visit.visitType[locale]}</dd>
          </div>
        )}
        <div>
          <dt>{t('visit.where')}</dt>
          <dd>{clinic.address}</dd>
        </div>
        <div>
          <dt>{t('status.reference')}</dt>
          <dd className="tabular-nums">{visit.id.slice(0, 8).toUpperCase()}</dd>
        </div>
      </dl>
      {children}
    </section>
  )
}
