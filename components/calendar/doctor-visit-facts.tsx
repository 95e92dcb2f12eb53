import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Birth } from '@/components/ui/birth'
import { PhoneLink } from '@/components/ui/phone-link'
import { SagaState } from '@/components/ui/saga-state'
import { Time } from '@/components/ui/time'
import type { ShownVisit } from '@/components/visit/visit'

type DoctorVisitFactsProps = {
  /** Instants are ISO strings. */
  visit: ShownVisit & { patientId: string; endsAt: string; arrivedAt: string | null; length: { minutes: number } }
  patient: { email: string | null; phone: string | null; birthDate: string | null; language: 'fr' | 'en' }
  /** What the patient wrote about why they come. */
  why: string | null
  /** Why it was laid over another visit, if it was. */
  overbooked: string | null
}

/** What the visit is for, who comes, how to reach them, and what was done about it so far. */
export function DoctorVisitFacts({ visit, patient, why, overbooked }: DoctorVisitFactsProps) {
  const t = useTranslations('doctor_visit')
  const tf = useTranslations('visit_facts')
  const td = useTranslations('day')
  const ty = useTranslations('saga_type')
  const ts = useTranslations('status')
  const locale = useLocale() as 'fr' | 'en'
  const minutes = td('minutes', { minutes: visit.length.minutes })
  const fact = (name: string, value: ReactNode) =>
    value && (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    )
  return (
    <section className="sheet padded main" aria-labelledby="facts">
      <h2 id="facts" className="visually-hidden">
        {ts('the_visit')}
      </h2>
      <dl className="facts">
        {fact(
          tf('who'),
          <Link prefetch={false} href={`/patients/${visit.patientId}` as Route}>
            {visit.patientName}
          </Link>,
        )}
        {fact(tf('what'), [visit.visitType?.[locale], minutes].filter(Boolean).join(' · '))}
        {fact(tf('born'), patient.birthDate && <Birth date={patient.birthDate} on={visit.startsAt} />)}
        {fact(tf('why'), why && <q>{why}</q>)}
        {fact(tf('overbooked'), overbooked && <q>{overbooked}</q>)}
        {fact(tf('arrived'), visit.arrivedAt && <Time at={visit.arrivedAt} form="clock" />)}
        {fact(t('phone'), patient.phone ? <PhoneLink phone={patient.phone} /> : t('not_given'))}
        {fact(t('email'), patient.email ? <a href={`mailto:${patient.email}`}>{patient.email}</a> : t('not_given'))}
        {fact(tf('language'), tf(patient.language))}
        {fact(
          t('requested_at'),
          <span className="sentence">
            <Time at={visit.createdAt} form="dayAndClock" />
          </span>,
        )}
        {fact(t('reason'), visit.reason && <q>{visit.reason}</q>)}
        {fact(ts('reference'), <span className="numeric">{visit.id.slice(0, 8).toUpperCase()}</span>)}
      </dl>
      <details className="above-5">
        <summary className="strong">{t('steps')}</summary>
        <ul className="stack gap-2 above-2">
          {visit.sagas.map((saga) => (
            <li key={saga.type + saga.startedAt} className="row">
              <SagaState saga={saga} />
              <span className="sentence">{ty(saga.type)}</span>
              <span className="mute small">
                <Time at={saga.startedAt} form="short" />
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
