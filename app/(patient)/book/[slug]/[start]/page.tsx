import type { Metadata, Route } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { createAppointmentAction } from '@/app/actions/create-appointment'
import { holdSlotAction } from '@/app/actions/hold-slot'
import { BackLink } from '@/components/back-link'
import { bookPath } from '@/components/book-path'
import { BookingForm } from '@/components/booking-form'
import { BookingHead } from '@/components/booking-head'
import { DoctorHeading } from '@/components/doctor-heading'
import { RefusedHour } from '@/components/refused-hour'
import { SlotChoice } from '@/components/slot-choice'
import { appointmentIdOf } from '@/lib/commands/create-appointment'
import { db } from '@/lib/db/client'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { instantOfPath } from '@/lib/domain/schedule/instant-of-path'
import { isTexting } from '@/lib/env'
import { isId, newId } from '@/lib/ids'
import { getClinic } from '@/lib/queries/clinic'
import { findDoctorBySlug } from '@/lib/queries/doctors'
import { findHold } from '@/lib/queries/holds'
import { describeSlot } from '@/lib/queries/open-slots'
import { findVisit } from '@/lib/queries/visits'
import { findBrowserId } from '@/lib/session'
import { signVisit } from '@/lib/visit-link'
import { readSlotWeek } from '../../../doctors/[slug]/read-slot-week'

type Props = {
  params: Promise<{ slug: string; start: string }>
  searchParams: Promise<{ request?: string; type?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('book'))('submit'), robots: { index: false } }
}

/**
 * Where one hour is booked, with the others beside it. The request's id stands in the address, so that going back and
 * sending again is the same request; one that has already booked leads to its visit.
 */
export default async function BookPage({ params, searchParams }: Props) {
  const [{ slug, start }, { request, type: asked }] = await Promise.all([params, searchParams])
  const startsAt = instantOfPath(start) ?? ''
  const doctor = await findDoctorBySlug(db(), slug)
  if (!doctor) return <RefusedHour name="doctor_unknown" nearest={[]} sent={{}} hold={holdSlotAction} all="/" />
  if (!request || !isId(request)) {
    // What is no instant, or no type, does not travel on.
    const known = doctor.visitTypes.find(({ id }) => id === asked)
    const path = { startsAt: startsAt || 'none' }
    redirect(bookPath(slug, path, { type: known?.id, request: newId() }))
  }
  const appointmentId = appointmentIdOf(request)
  if (await findVisit(db(), appointmentId)) redirect(`/visits/${await signVisit(appointmentId)}` as Route)

  const [t, locale, now, holder] = [
    await getTranslations('book'),
    await getLocale(),
    new Date().toISOString(),
    await findBrowserId(),
  ]
  const clinic = await getClinic(db())
  const shown = await readSlotWeek(doctor, { type: asked, week: weekOf(startsAt, now, doctor.timeZone), now, holder })
  const { type } = shown
  const slot = await describeSlot(db(), doctor, type, startsAt, { now, holder })
  const sent = { doctor: slug, type: type.id, request }
  if (!slot.ok && !(await isSentForm())) {
    const all = (slot.data.nearest.length > 0 ? `/doctors/${slug}` : '/') as Route
    return <RefusedHour name={slot.refused} nearest={slot.data.nearest} sent={sent} hold={holdSlotAction} all={all} />
  }
  const shownAt = slot.ok ? slot.value.startsAt : startsAt
  const until = await findHold(db(), { holder, doctorId: doctor.id, length: type, startsAt: shownAt, now })
  return (
    <div className="pb-4">
      <BackLink href={`/doctors/${slug}?type=${type.id}`}>{t('back')}</BackLink>
      <div className="booking">
        <div className="others">
          <DoctorHeading doctor={doctor} clinic={clinic} />
          <SlotChoice doctor={doctor} {...shown} day={undefined} chosen={shownAt} hold={holdSlotAction} />
        </div>
        <section className="sheet bookform" aria-labelledby="slot">
          <BookingHead
            doctor={doctor}
            about={type.name[locale as 'fr' | 'en']}
            hold={{ until, now, sent: { ...sent, slot: shownAt }, hold: holdSlotAction }}
            startsAt={shownAt}
          />
          <BookingForm
            action={createAppointmentAction}
            requestId={request}
            doctor={doctor}
            type={type}
            startsAt={shownAt}
            isTexting={isTexting()}
          />
        </section>
      </div>
    </div>
  )
}

/** The week from today that an hour lies in, as an address says it. */
function weekOf(startsAt: string, now: string, timeZone: string): string {
  if (Number.isNaN(Date.parse(startsAt))) return '0'
  const midnight = (instant: string) => Date.parse(clinicDayOf(instant, timeZone))
  return String(Math.floor((midnight(startsAt) - midnight(now)) / (7 * 86_400_000)))
}

/** Without JavaScript a form is answered by its own page, which must show it again with what was typed. */
async function isSentForm(): Promise<boolean> {
  return (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false
}
