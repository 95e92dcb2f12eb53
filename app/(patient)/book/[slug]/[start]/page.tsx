import type { Metadata, Route } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { createAppointmentAction } from '@/app/actions/anyone/create-appointment'
import { holdSlotAction } from '@/app/actions/anyone/hold-slot'
import { resumeBookingAction } from '@/app/actions/anyone/resume-booking'
import { requirePage } from '@/app/require-page'
import styles from '@/components/booking/booking.module.css'
import { BookingPanel } from '@/components/booking/booking-panel'
import { DoctorHeading } from '@/components/booking/doctor-heading'
import { RefusedHour } from '@/components/booking/refused-hour'
import { ResumeBooking } from '@/components/booking/resume-booking'
import { SlotChoice } from '@/components/booking/slot-choice'
import { BackLink } from '@/components/frame/back-link'
import { Preparation } from '@/components/ui/words/preparation'
import { PrivacyNote } from '@/components/ui/words/privacy-note'
import { AnswerNote } from '@/components/visit/answer-note'
import { NoticeRule } from '@/components/visit/notice-rule'
import { db } from '@/lib/db/client'
import { noticeOf } from '@/lib/domain/appointment/acts-on'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { answerBy } from '@/lib/domain/schedule/answer-by'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { isId, newId, newSecret } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getDoctorProfile } from '@/lib/queries/people/doctor-profiles'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { findKnownPatient } from '@/lib/queries/people/known-patient'
import { findHold } from '@/lib/queries/visit/holds'
import { describeSlot } from '@/lib/queries/visit/open-slots'
import { bookPath } from '@/lib/views/book-path'
import { instantOfPath } from '@/lib/views/instant-of-path'
import { weekHolding } from '@/lib/views/slots/slot-week'
import { shortWeekdayAndClock } from '@/lib/views/wording'
import { holdIdOf } from '@/lib/web/booking-proof'
import { refusedAt } from '@/lib/web/form-answer'
import { offeredChannels } from '@/lib/web/offered-channels'
import { findPatientIndex } from '@/lib/web/patient-session'
import { untakenHere } from '@/lib/web/untaken/untaken-here'
import { readSlotWeek } from '../../../doctors/[slug]/read-slot-week'
import { reasonsAt } from './reasons-at'

type Props = {
  params: Promise<{ slug: string; start: string }>
  searchParams: Promise<{ request?: string; type?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, start } = await params
  const [locale, doctor, startsAt] = [await getLocale(), await findDoctorBySlug(db(), slug), instantOfPath(start)]
  const title =
    doctor && startsAt ? [shortWeekdayAndClock(startsAt, { ...doctor, locale }), doctorName(doctor, locale)] : []
  return { ...(title.length > 0 && { title: title.join(' – ') }), robots: { index: false } }
}

/**
 * Where one hour is booked, with the others beside it. The request's id stands in the address, so that an hour that is
 * kept for it is shown as kept; booking it takes the proof, which stands in the form alone.
 */
export default async function BookPage({ params, searchParams }: Props) {
  await requirePage('/book')
  const [{ slug, start }, { request, type: asked }, isSent] = await Promise.all([params, searchParams, isSentForm()])
  const startsAt = instantOfPath(start) ?? ''
  const doctor = await findDoctorBySlug(db(), slug)
  const own = { hold: holdSlotAction, proof: newSecret() }
  if (!doctor) return <RefusedHour {...own} refusal={{ name: 'doctor_unknown' }} sent={{ doctor: slug }} all="/" />
  const requestId = request && isId(request) ? request : newId()
  if (requestId !== request && !isSent) {
    // What is no instant, or no type, does not travel on.
    const known = doctor.visitTypes.find(({ id }) => id === asked)
    redirect(bookPath(slug, { startsAt: startsAt || 'none' }, { type: known?.id, request: requestId }))
  }

  const [t, locale, now, holdId] = [await getTranslations('book'), await getLocale(), isoNow(), holdIdOf(requestId)]
  const [clinic, profile] = await Promise.all([getClinic(db()), getDoctorProfile(db(), doctor.id)])
  const week = weekHolding(startsAt, now, doctor.timeZone)
  const shown = await readSlotWeek(doctor, { type: asked, week, now, holdId })
  const { type } = shown
  const slot = await describeSlot(db(), doctor, type, startsAt, { now, holder: holdId })
  const sent = { doctor: slug, type: type.id, request: requestId }
  if (!slot.ok && !isSent) {
    const all = (slot.data.nearest.length > 0 ? `/doctors/${slug}` : '/') as Route
    return (
      <>
        <RefusedHour {...own} refusal={refusedAt(null, slot)} sent={sent} all={all} />
        <ResumeBooking requestId={requestId} resume={resumeBookingAction} />
      </>
    )
  }
  const shownAt = slot.ok ? slot.value.startsAt : startsAt
  const day = clinicDayOf(shownAt, doctor.timeZone)
  const reasons = await reasonsAt(doctor, {
    startsAt: shownAt,
    day,
    now,
    holder: holdId,
    kept: isSent ? type : undefined,
    locale: locale as 'fr' | 'en',
  })
  const until = await findHold(db(), { holdId, doctorId: doctor.id, length: type, startsAt: shownAt, now })
  const index = await findPatientIndex()
  const known = index && (await findKnownPatient(db(), index))
  const by = answerBy(doctor.schedule, now)
  const back = `/doctors/${slug}?type=${type.id}&request=${requestId}`
  return (
    <div className="below-4">
      <a className="skip" href="#name">
        {t('to_form')}
      </a>
      <BackLink href={back}>{t('back')}</BackLink>
      <div className={styles.booking}>
        <BookingPanel
          {...own}
          create={createAppointmentAction}
          requestId={requestId}
          doctor={{ slug, name: doctor.name, form: doctor.form, specialty: doctor.specialty }}
          known={known}
          type={{ id: type.id, autoConfirm: type.autoConfirm }}
          about={{ reasons, day, place: `${clinic.name}, ${clinic.address}` }}
          startsAt={shownAt}
          until={until}
          now={now}
          channels={offeredChannels()}
        >
          <Preparation text={type.instructions[locale]} />
          <p className="small mute above-3">
            {t(type.autoConfirm ? 'note_at_once' : 'note_request')}{' '}
            {!type.autoConfirm && (
              <AnswerNote doctor={doctor} by={by} startsAt={shownAt} now={now} phone={clinic.phone} />
            )}
          </p>
          <NoticeRule notice={noticeOf(shownAt, now, clinic.noticeHours)} />
          <PrivacyNote />
        </BookingPanel>
        <div className={styles.others}>
          <DoctorHeading doctor={doctor} profile={profile} as="h2" />
          <SlotChoice doctor={doctor} {...shown} {...own} day={undefined} chosen={shownAt} phone={clinic.phone} />
        </div>
      </div>
    </div>
  )
}

/** Without JavaScript a form is answered by its own page, which must show it again with what was typed. */
async function isSentForm(): Promise<boolean> {
  const isAnswer = (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false
  return isAnswer || (await untakenHere()) !== null
}
