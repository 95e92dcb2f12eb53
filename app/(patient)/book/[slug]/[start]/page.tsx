import { ArrowLeft } from 'lucide-react'
import type { Metadata, Route } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { createAppointmentAction } from '@/app/actions/create-appointment'
import { bookPath } from '@/components/book-path'
import { BookingForm } from '@/components/booking-form'
import { RefusedSlot } from '@/components/refused-slot'
import { Time } from '@/components/time'
import { appointmentIdOf } from '@/lib/commands/create-appointment'
import { db } from '@/lib/db/client'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { isId, newId } from '@/lib/ids'
import { findDoctorBySlug } from '@/lib/queries/doctors'
import { describeSlot } from '@/lib/queries/open-slots'
import { findVisit } from '@/lib/queries/visits'
import { signVisit } from '@/lib/visit-link'

type Props = {
  params: Promise<{ slug: string; start: string }>
  searchParams: Promise<{ request?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('book'))('submit') }
}

/**
 * Where one hour is booked. The request's id stands in the address, so that going back and sending again is the same
 * request; one that has already booked leads to its visit.
 */
export default async function BookPage({ params, searchParams }: Props) {
  const [{ slug, start }, { request }] = await Promise.all([params, searchParams])
  const startsAt = decodeURIComponent(start)
  if (!request || !isId(request)) redirect(`${bookPath(slug, { startsAt })}?request=${newId()}` as Route)
  const appointmentId = appointmentIdOf(request)
  if (await findVisit(db(), appointmentId)) redirect(`/visits/${await signVisit(appointmentId)}` as Route)

  const [t, ts, locale] = await Promise.all([getTranslations('book'), getTranslations('specialty'), getLocale()])
  const doctor = await findDoctorBySlug(db(), slug)
  const slot = doctor && (await describeSlot(db(), doctor, startsAt, new Date().toISOString()))
  if (!doctor || (!slot?.ok && !(await isSentForm()))) {
    const nearest = slot && !slot.ok ? (slot.data?.nearest ?? []) : []
    const refused = slot && !slot.ok ? slot.refused : 'doctor_unknown'
    const all = (nearest.length > 0 ? `/doctors/${slug}` : '/') as Route
    return <RefusedSlot name={refused} nearest={nearest} pathOf={(one) => bookPath(slug, one)} all={all} />
  }
  const shownAt = slot?.ok ? slot.value.startsAt : startsAt
  return (
    <div className="narrow">
      <p className="py-3">
        <Link className="back small" href={`/doctors/${slug}`}>
          <ArrowLeft className="icon" aria-hidden="true" />
          {t('back')}
        </Link>
      </p>
      <section className="sheet" aria-labelledby="slot">
        <div className="bookhead">
          <h1 id="slot" className="first-letter:uppercase">
            <Time at={shownAt} form="dayAndClock" />
          </h1>
          <p className="soft">
            {t('with', { doctor: doctorName(doctor, locale), specialty: ts(doctor.specialty as 'general') })}
          </p>
        </div>
        <BookingForm action={createAppointmentAction} requestId={request} doctor={doctor} startsAt={shownAt} />
      </section>
    </div>
  )
}

/** Without JavaScript a form is answered by its own page, which must show it again with what was typed. */
async function isSentForm(): Promise<boolean> {
  return (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false
}
