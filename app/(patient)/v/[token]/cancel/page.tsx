import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cancelAsPatientAction } from '@/app/actions/patient/cancel-as-patient'
import { ActForm } from '@/components/form/act-form'
import { BackLink } from '@/components/frame/back-link'
import { DoctorName } from '@/components/ui/doctor-name'
import { Dot } from '@/components/ui/dot'
import { Time } from '@/components/ui/time'
import { db } from '@/lib/db/client'
import { patientMay } from '@/lib/domain/appointment/acts-on'
import { isLate } from '@/lib/domain/appointment/notice'
import { theDoctor } from '@/lib/domain/people/doctor-name'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { findOwnChange } from '@/lib/queries/visit/visit-events'
import { visitPath } from '@/lib/views/visit-path'
import { unbroken } from '@/lib/views/wording'
import { requireLinkedVisit } from '../linked-visit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('cancel_title'), robots: { index: false }, referrer: 'same-origin' }
}

/** Asks once more before a visit is cancelled, and says when that is late. One that has begun or ended says so on its own page. */
export default async function CancelPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const visit = await requireLinkedVisit(token)
  const clinic = await getClinic(db())
  const path = visitPath(token)
  const now = isoNow()
  const may = patientMay(visit, now, clinic.noticeHours)
  if (may !== 'change' && may !== 'cancel') redirect(path)
  const when = { now, noticeHours: clinic.noticeHours, ownChangeAt: await findOwnChange(db(), visit.id) }
  const isLateNow = visit.status !== 'ended' && isLate({ state: visit.status, slot: visit }, { role: 'patient' }, when)
  const [t, locale] = await Promise.all([getTranslations('change'), getLocale()])
  return (
    <div className="narrow">
      <BackLink href={path}>{t('back')}</BackLink>
      <section className="sheet" aria-labelledby="ask">
        <div className="sheet-head">
          <h1 id="ask">{t('cancel_title')}</h1>
          <p className="soft sentence">
            <Time at={visit.startsAt} form="dayAndClock" />
            <Dot />
            <DoctorName doctor={visit.doctor} />
          </p>
        </div>
        <div className="padded">
          {isLateNow && <p className="below-3">{t('cancel_late', { hours: clinic.noticeHours })}</p>}
          <p className="below-5">{t('cancel_what', { theDoctor: unbroken(theDoctor(visit.doctor, locale)) })}</p>
          <ActForm
            action={cancelAsPatientAction}
            sent={{ requestId: newId(), token }}
            submit={t('cancel_this')}
            pending={t('cancelling')}
            className="button risky"
          >
            <Link prefetch={false} className="button pen" href={path}>
              {t('keep')}
            </Link>
          </ActForm>
        </div>
      </section>
    </div>
  )
}
