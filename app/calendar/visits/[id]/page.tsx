import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cancelAsDoctorAction } from '@/app/actions/cancel-as-doctor'
import { confirmAppointmentAction } from '@/app/actions/confirm-appointment'
import { declineAppointmentAction } from '@/app/actions/decline-appointment'
import { recordNoShowAction } from '@/app/actions/record-no-show'
import { Desk } from '@/app/desk'
import { BackLink } from '@/components/back-link'
import { DoctorActs } from '@/components/doctor-acts'
import { DoctorVisitFacts } from '@/components/doctor-visit-facts'
import { DoctorVisitHeading } from '@/components/doctor-visit-heading'
import { LiveRefresh } from '@/components/live-refresh'
import { db } from '@/lib/db/client'
import { doctorMay } from '@/lib/domain/appointment/doctor-may'
import { startOf } from '@/lib/domain/appointment/progress'
import { verdictOf } from '@/lib/domain/appointment/verdict'
import { isoDay } from '@/lib/domain/schedule/wording'
import { newId } from '@/lib/ids'
import { getPatientById } from '@/lib/queries/patients'
import { requireOwnVisit } from './own-visit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('doctor_visit'))('title') }
}

const actions = {
  confirm: confirmAppointmentAction,
  decline: declineAppointmentAction,
  cancel: cancelAsDoctorAction,
  no_show: recordNoShowAction,
}

/** One visit as its doctor sees it: whose it is, how it stands, and what can be done about it. */
export default async function DoctorVisitPage({ params }: { params: Promise<{ id: string }> }) {
  const { user, visit: found } = await requireOwnVisit((await params).id)
  const [t, patient] = await Promise.all([getTranslations('doctor_visit'), getPatientById(db(), found.patientId)])
  const visit = { ...found, startsAt: startOf(found) }
  const verdict = verdictOf(visit)
  const may = doctorMay(found, new Date().toISOString()).filter((act) => act !== 'move' || verdict !== 'moving')
  const day = isoDay(visit.startsAt, visit.doctor.timeZone)
  return (
    <Desk user={user} current="calendar">
      <main id="main" className="wrap">
        <BackLink href={`/calendar?date=${day}`}>{t('back')}</BackLink>
        <DoctorVisitHeading verdict={verdict} visit={visit} />
        <div className="sagagrid">
          <DoctorActs
            may={may.map((act) => ({ act, requestId: newId() }))}
            appointmentId={visit.id}
            path={`/calendar/visits/${visit.id}`}
            actions={actions}
          />
          <DoctorVisitFacts visit={visit} patient={patient} />
        </div>
        <LiveRefresh stream="/api/calendar/stream" isWrittenOn />
      </main>
    </Desk>
  )
}
