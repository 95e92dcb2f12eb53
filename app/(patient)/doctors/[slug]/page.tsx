import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { holdSlotAction } from '@/app/actions/hold-slot'
import { BackLink } from '@/components/back-link'
import { DoctorHeading } from '@/components/doctor-heading'
import { SlotChoice } from '@/components/slot-choice'
import { SlotsRefresh } from '@/components/slots-refresh'
import { db } from '@/lib/db/client'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { getClinic } from '@/lib/queries/clinic'
import { findDoctorBySlug } from '@/lib/queries/doctors'
import { findBrowserId } from '@/lib/session'
import { readSlotWeek } from './read-slot-week'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ week?: string; day?: string; type?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const doctor = await findDoctorBySlug(db(), (await params).slug)
  return doctor ? { title: doctorName(doctor, await getLocale()) } : {}
}

/** One doctor's free hours, a week at a time. */
export default async function DoctorPage({ params, searchParams }: Props) {
  const [{ slug }, asked] = await Promise.all([params, searchParams])
  const [t, clinic, doctor] = await Promise.all([
    getTranslations('doctor'),
    getClinic(db()),
    findDoctorBySlug(db(), slug),
  ])
  // One who is offered for nothing receives nobody.
  if (!doctor || doctor.visitTypes.length === 0) notFound()
  const shown = await readSlotWeek(doctor, { ...asked, now: new Date().toISOString(), holder: await findBrowserId() })
  return (
    <div className="pb-4">
      <BackLink href="/">{t('back')}</BackLink>
      <DoctorHeading doctor={doctor} clinic={clinic} />
      <SlotChoice doctor={doctor} {...shown} day={asked.day} hold={holdSlotAction} />
      <SlotsRefresh doctor={slug} lapsesAt={shown.lapsesAt} />
    </div>
  )
}
