import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { holdSlotAction } from '@/app/actions/anyone/hold-slot'
import { requirePage } from '@/app/require-page'
import { StructuredData } from '@/app/structured-data'
import styles from '@/components/booking/doctor.module.css'
import { DoctorAbout } from '@/components/booking/doctor-about'
import { DoctorHeading } from '@/components/booking/doctor-heading'
import { SlotChoice } from '@/components/booking/slot-choice'
import { BackLink } from '@/components/frame/back-link'
import { LiveSlots } from '@/components/live/live-slots'
import { db } from '@/lib/db/client'
import { newSecret } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getClinicProfile } from '@/lib/queries/clinic/clinic-profile'
import { getDoctorProfile } from '@/lib/queries/people/doctor-profiles'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { env } from '@/lib/settings/env'
import { clinicData, doctorData } from '@/lib/views/clinic/structured-data'
import { rangeOf } from '@/lib/views/slots/slot-week'
import { holdIn } from '@/lib/web/booking-proof'
import { doctorHead } from './doctor-head'
import { readSlotWeek } from './read-slot-week'

type Props = {
  params: Promise<{ slug: string }>
  /** A request's own hour is still free to whoever comes back from its form. */
  searchParams: Promise<{ week?: string; day?: string; type?: string; request?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const doctor = await findDoctorBySlug(db(), (await params).slug)
  return doctor ? doctorHead(doctor) : {}
}

/** One doctor's free hours, a week at a time. */
export default async function DoctorPage({ params, searchParams }: Props) {
  await requirePage('/doctors')
  const [{ slug }, asked] = await Promise.all([params, searchParams])
  const [t, locale, clinic, place, doctor] = await Promise.all([
    getTranslations('doctor'),
    getLocale(),
    getClinic(db()),
    getClinicProfile(db()),
    findDoctorBySlug(db(), slug),
  ])
  // One who is offered for nothing receives nobody.
  if (!doctor || doctor.visitTypes.length === 0) notFound()
  const [shown, profile] = await Promise.all([
    readSlotWeek(doctor, { ...asked, now: isoNow(), holdId: holdIn(asked.request) }),
    getDoctorProfile(db(), doctor.id),
  ])
  const described = { ...clinic, ...place }
  const at = { home: env().CARNET_URL, locale }
  return (
    <div className="below-4">
      <BackLink href="/">{t('back')}</BackLink>
      <DoctorHeading doctor={doctor} profile={profile} />
      <div className={styles.besides}>
        <SlotChoice
          doctor={doctor}
          {...shown}
          day={asked.day}
          phone={clinic.phone}
          hold={holdSlotAction}
          proof={newSecret()}
        />
        <DoctorAbout profile={profile} place={described} />
      </div>
      <LiveSlots shown={{ doctor: doctor.id, range: rangeOf(shown.week, doctor.schedule) }} lapsesAt={shown.lapsesAt} />
      <StructuredData graph={[clinicData(described, at), doctorData(doctor, profile, described, at)]} />
    </div>
  )
}
