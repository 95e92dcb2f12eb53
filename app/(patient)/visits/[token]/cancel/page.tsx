import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cancelAsPatientAction } from '@/app/actions/cancel-as-patient'
import { ActForm } from '@/components/act-form'
import { BackLink } from '@/components/back-link'
import { Time } from '@/components/time'
import { db } from '@/lib/db/client'
import { patientMay } from '@/lib/domain/appointment/patient-may'
import { doctorName, theDoctor } from '@/lib/domain/people/doctor-name'
import { newId } from '@/lib/ids'
import { getClinic } from '@/lib/queries/clinic'
import { requireLinkedVisit } from '../linked-visit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('cancel_title'), robots: { index: false }, referrer: 'same-origin' }
}

/** Asks once more before a visit is cancelled. One that cannot be cancelled here says so on its own page. */
export default async function CancelPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [visit, clinic] = await Promise.all([requireLinkedVisit(token), getClinic(db())])
  const path = `/visits/${token}` as Route
  if (patientMay(visit, new Date().toISOString(), clinic.noticeHours) !== 'change') redirect(path)
  const [t, locale] = await Promise.all([getTranslations('change'), getLocale()])
  return (
    <div className="narrow">
      <BackLink href={path}>{t('back')}</BackLink>
      <section className="sheet" aria-labelledby="ask">
        <div className="bookhead">
          <h1 id="ask">{t('cancel_title')}</h1>
          <p className="soft first-letter:uppercase">
            <Time at={visit.startsAt} form="dayAndClock" /> · {doctorName(visit.doctor, locale)}
          </p>
        </div>
        <div className="pad">
          <p className="pb-5">{t('cancel_what', { theDoctor: theDoctor(visit.doctor, locale) })}</p>
          <ActForm
            action={cancelAsPatientAction}
            sent={{ requestId: newId(), token }}
            submit={t('cancel_this')}
            pending={t('cancelling')}
          >
            <Link prefetch={false} className="btn" href={path}>
              {t('keep')}
            </Link>
          </ActForm>
        </div>
      </section>
    </div>
  )
}
