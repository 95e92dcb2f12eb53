import { useTranslations } from 'next-intl'
import { PhoneLink } from './phone-link'
import { SagaState } from './saga-state'
import { Time } from './time'
import type { ShownVisit } from './visit'

type DoctorVisitFactsProps = { visit: ShownVisit; patient: { email: string; phone: string | null } }

/** How to reach the patient, and what was done about the visit so far. */
export function DoctorVisitFacts({ visit, patient }: DoctorVisitFactsProps) {
  const t = useTranslations('doctor_visit')
  const ty = useTranslations('saga_type')
  const ts = useTranslations('status')
  return (
    <section className="sheet pad main" aria-labelledby="facts">
      <h2 id="facts" className="vh">
        {ts('the_visit')}
      </h2>
      <dl className="facts">
        <div>
          <dt>{t('phone')}</dt>
          <dd>{patient.phone ? <PhoneLink phone={patient.phone} /> : t('no_phone')}</dd>
        </div>
        <div>
          <dt>{t('email')}</dt>
          <dd>
            <a href={`mailto:${patient.email}`}>{patient.email}</a>
          </dd>
        </div>
        <div>
          <dt>{t('requested_at')}</dt>
          <dd className="first-letter:uppercase">
            <Time at={visit.createdAt} form="dayAndClock" />
          </dd>
        </div>
        <div>
          <dt>{ts('reference')}</dt>
          <dd className="tabular-nums">{visit.id.slice(0, 8).toUpperCase()}</dd>
        </div>
        {visit.reason && (
          <div>
            <dt>{t('reason')}</dt>
            <dd>
              <q>{visit.reason}</q>
            </dd>
          </div>
        )}
      </dl>
      <h2 className="pt-5 pb-2">{t('steps')}</h2>
      <ul className="grid gap-2">
        {visit.sagas.map((saga) => (
          <li key={saga.type + saga.startedAt} className="row">
            <SagaState saga={saga} />
            <span className="first-letter:uppercase">{ty(saga.type)}</span>
            <span className="mute small">
              <Time at={saga.startedAt} form="short" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
