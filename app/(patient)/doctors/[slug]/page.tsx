import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { bookPath } from '@/components/book-path'
import { SlotWeek } from '@/components/slot-week'
import { WeekNav } from '@/components/week-nav'
import { db } from '@/lib/db/client'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { slotWeek } from '@/lib/domain/schedule/slot-week'
import { getClinic } from '@/lib/queries/clinic'
import { findDoctorBySlug } from '@/lib/queries/doctors'
import { listOpenSlots } from '@/lib/queries/open-slots'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ week?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const doctor = await findDoctorBySlug(db(), (await params).slug)
  return doctor ? { title: doctorName(doctor, await getLocale()) } : {}
}

/** One doctor's free hours, a week at a time. */
export default async function DoctorPage({ params, searchParams }: Props) {
  const [{ slug }, { week: asked }] = await Promise.all([params, searchParams])
  const [t, ts, locale] = await Promise.all([getTranslations('doctor'), getTranslations('specialty'), getLocale()])
  const [doctor, clinic] = await Promise.all([findDoctorBySlug(db(), slug), getClinic(db())])
  if (!doctor) notFound()
  const { week, from } = slotWeek(asked, new Date().toISOString())
  const slots = (await listOpenSlots(db(), [doctor], from, 7)).get(doctor.id) ?? []
  return (
    <div className="pb-4">
      <p className="py-3">
        <Link className="back small" href="/">
          <ArrowLeft className="icon" aria-hidden="true" />
          {t('back')}
        </Link>
      </p>
      <div className="doctor pb-6">
        <h1>{doctorName(doctor, locale)}</h1>
        <p className="soft">
          {ts(doctor.specialty as 'general')} · {t('minutes', { minutes: doctor.schedule.visitMinutes })} ·{' '}
          {clinic.address}
        </p>
      </div>
      <WeekNav path={`/doctors/${slug}`} week={week} />
      <SlotWeek slots={slots} from={from} pathOf={(slot) => bookPath(slug, slot)} />
    </div>
  )
}
