import type { Metadata, Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { bookForAction } from '@/app/actions/desk/book-for'
import { requirePage } from '@/app/require-page'
import { BookForForm } from '@/components/book-for/book-for-form'
import { DoctorChoice } from '@/components/form/doctor-choice'
import { BackLink } from '@/components/frame/back-link'
import { db } from '@/lib/db/client'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { isId, newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { findBookablePatient } from '@/lib/queries/people/bookable-patient'
import { listDoctors } from '@/lib/queries/people/doctors'
import { listBookingWarnings } from '@/lib/queries/visit/booking-warnings'
import { calendarPath } from '@/lib/views/calendar-range'
import { instantOfPath } from '@/lib/views/instant-of-path'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { offeredChannels } from '@/lib/web/offered-channels'
import { listFreeDays } from './free-days'

type Asked = { doctor?: string; start?: string; patient?: string; type?: string; from?: string }
type Said = { [Name in keyof Asked]: string | undefined }
type Search = { searchParams: Promise<Asked> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('book_for'))('title') }
}

/** An appointment that the clinic makes for somebody: a patient it knows or a new one, any hour of a doctor's. */
export default async function BookForPage({ searchParams }: Search) {
  const { doctor: own } = await requirePage('/day')
  const asked = await searchParams
  const doctor = await requireNamedDoctor(own, asked.doctor)
  const now = isoNow()
  const type = doctor.visitTypes.find(({ id }) => id === asked.type) ?? doctor.visitTypes[0]
  const start = asked.start === undefined ? undefined : instantOfPath(asked.start)
  const [t, patient, doctors] = await Promise.all([
    getTranslations('book_for'),
    findKnown(asked.patient, own?.id ?? null),
    own ? [] : listDoctors(db()),
  ])
  const whose = own ? undefined : doctor.slug
  const day = clinicDayOf(start ?? now, doctor.timeZone)
  const back = calendarPath('day', day, whose) as Route
  const at = (changes: Said) => pathOf({ ...(whose && { doctor: whose }), ...asked, ...changes })
  const title = patient ? t('title_for', { patient: patient.name }) : t('title')
  const head = (
    <>
      <BackLink href={back}>{t('back')}</BackLink>
      <h1 className="below-4">{title}</h1>
      {doctors.length > 1 && (
        <DoctorChoice
          doctors={doctors}
          current={doctor.slug}
          path="/day/book"
          {...(patient && { also: { patient: patient.id } })}
        />
      )}
    </>
  )
  if (!type) {
    return (
      <main id="main" className="page">
        {head}
        <p className="soft">{t('no_types')}</p>
      </main>
    )
  }
  const [{ days, next }, warnings] = await Promise.all([
    listFreeDays(doctor, type, { now, from: asked.from ?? day }),
    start ? listBookingWarnings(db(), { doctor, visitType: type, startsAt: start, patientId: patient?.id }, now) : [],
  ])
  const types = Object.fromEntries(doctor.visitTypes.map(({ id }) => [id, at({ type: id })]))
  return (
    <main id="main" className="page">
      {head}
      <BookForForm
        key={`${doctor.slug} ${patient?.id ?? ''}`}
        action={bookForAction}
        requestId={newId()}
        doctor={{ slug: doctor.slug, name: doctor.name, form: doctor.form }}
        types={doctor.visitTypes.map(({ id, name, minutes }) => ({ id, name, minutes }))}
        type={{ id: type.id, name: type.name, minutes: type.minutes }}
        days={days}
        start={start}
        warned={warnings.length > 0 ? [start, ...warnings].join() : ''}
        patient={patient}
        channels={offeredChannels()}
        paths={{
          types,
          withoutPatient: pathOf({ ...asked, patient: undefined }),
          later: at({ from: next }),
          first: asked.from === undefined ? undefined : at({ from: undefined }),
          back,
        }}
        now={now}
      />
    </main>
  )
}

/** Somebody whom the clinic knows, and a doctor who came to them; an address that names nobody is of somebody new. */
async function findKnown(id: string | undefined, doctorId: string | null) {
  if (!id || !isId(id)) return undefined
  const found = await findBookablePatient(db(), id, doctorId)
  return found && { id, name: found.name, phone: found.phone, email: found.email, birthDate: found.birthDate }
}

function pathOf(asked: Said): Route {
  const said = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `/day/book?${new URLSearchParams(said)}` as Route
}
