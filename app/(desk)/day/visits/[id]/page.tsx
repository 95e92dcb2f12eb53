import type { Metadata, Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { cancelAppointmentAction } from '@/app/actions/desk/cancel-appointment'
import { confirmAppointmentAction } from '@/app/actions/desk/confirm-appointment'
import { declineAppointmentAction } from '@/app/actions/desk/decline-appointment'
import { recordAttendanceAction } from '@/app/actions/desk/record-attendance'
import { DoctorVisitFacts } from '@/components/calendar/doctor-visit-facts'
import { DoctorVisitHeading } from '@/components/calendar/doctor-visit-heading'
import { VisitActs } from '@/components/calendar/visit-acts'
import { BackLink } from '@/components/frame/back-link'
import { LivePage } from '@/components/live/live-page'
import { db } from '@/lib/db/client'
import { actsOn } from '@/lib/domain/appointment/acts-on'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getPatientById } from '@/lib/queries/people/patients'
import { findOverbookReason, findVisitReason } from '@/lib/queries/visit/visit-details'
import { startOf } from '@/lib/views/progress'
import { verdictOf } from '@/lib/views/verdict'
import { isoDay } from '@/lib/views/wording'
import { requireAnyVisit } from './any-visit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('doctor_visit'))('title') }
}

const actions = {
  confirm: confirmAppointmentAction,
  decline: declineAppointmentAction,
  cancel: cancelAppointmentAction,
  no_show: recordAttendanceAction,
}

/** One visit as the front desk sees it: whose it is and with whom, how it stands, and what can be done about it. */
export default async function StaffVisitPage({ params }: { params: Promise<{ id: string }> }) {
  const found = await requireAnyVisit((await params).id)
  const [t, patient, why, overbooked] = await Promise.all([
    getTranslations('staff_visit'),
    getPatientById(db(), found.patientId),
    findVisitReason(db(), found.id),
    findOverbookReason(db(), found.id),
  ])
  const visit = { ...found, startsAt: startOf(found) }
  const verdict = verdictOf(visit)
  const may = actsOn(found, 'staff', isoNow()).filter((act) => act !== 'move' || verdict !== 'moving')
  const day = isoDay(visit.startsAt, visit.doctor.timeZone)
  return (
    <main id="main" className="page">
      <BackLink href={`/day?date=${day}`}>{t('back')}</BackLink>
      <DoctorVisitHeading verdict={verdict} visit={visit} reader="staff" />
      <div className="with-aside">
        <VisitActs
          may={may.map((act) => ({ act, requestId: newId() }))}
          appointmentId={visit.id}
          path={`/day/visits/${visit.id}`}
          again={`/day/book?doctor=${visit.doctor.slug}&patient=${visit.patientId}` as Route}
          actions={actions}
        />
        <DoctorVisitFacts visit={visit} patient={patient} why={why} overbooked={overbooked} />
      </div>
      <LivePage stream="/api/sagas/stream" shown={{ visit: visit.id }} isWrittenOn />
    </main>
  )
}
