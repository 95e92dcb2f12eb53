import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { rescheduleAsDoctorAction } from '@/app/actions/reschedule-as-doctor'
import { Desk } from '@/app/desk'
import { MoveConfirm } from '@/components/move-confirm'
import { movePath } from '@/components/move-path'
import { RefusedSlot } from '@/components/refused-slot'
import { db } from '@/lib/db/client'
import { doctorMay } from '@/lib/domain/appointment/doctor-may'
import { instantOfPath } from '@/lib/domain/schedule/instant-of-path'
import { newId } from '@/lib/ids'
import { getScheduledDoctor } from '@/lib/queries/doctors'
import { describeSlot } from '@/lib/queries/open-slots'
import { requireOwnVisit } from '../../own-visit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('move_title') }
}

/** One of the doctor's free hours, before a visit moves there. */
export default async function DoctorMoveToPage({ params }: { params: Promise<{ id: string; start: string }> }) {
  const { id, start } = await params
  const { user, visit } = await requireOwnVisit(id)
  const now = new Date().toISOString()
  const path = `/calendar/visits/${id}` as Route
  if (!doctorMay(visit, now).includes('move')) redirect(path)
  const doctor = await getScheduledDoctor(db(), visit.doctor.id)
  const slot = await describeSlot(db(), doctor, visit.length, instantOfPath(start) ?? '', { now, by: 'clinic' })
  return (
    <Desk user={user} current="calendar">
      <main id="main" className="wrap pb-6">
        <div className="narrow">
          {slot.ok ? (
            <MoveConfirm
              action={rescheduleAsDoctorAction}
              sent={{ requestId: newId(), appointmentId: id }}
              path={path}
              startsAt={visit.startsAt}
              slot={slot.value.startsAt}
              about={visit.patientName}
            />
          ) : (
            <RefusedSlot
              name={slot.refused}
              nearest={slot.data.nearest}
              pathOf={(one) => movePath(path, one)}
              all={`${path}/move` as Route}
            />
          )}
        </div>
      </main>
    </Desk>
  )
}
