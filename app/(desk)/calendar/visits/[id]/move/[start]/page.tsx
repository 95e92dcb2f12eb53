import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { rescheduleAppointmentAction } from '@/app/actions/desk/reschedule-appointment'
import { MoveConfirm } from '@/components/visit/move-confirm'
import { movePath } from '@/components/visit/move-path'
import { RefusedSlot } from '@/components/visit/refused-slot'
import { db } from '@/lib/db/client'
import { actsOn } from '@/lib/domain/appointment/acts-on'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getScheduledDoctor } from '@/lib/queries/people/doctors'
import { describeSlot } from '@/lib/queries/visit/open-slots'
import { instantOfPath } from '@/lib/views/instant-of-path'
import { refusedAt } from '@/lib/web/form-answer'
import { requireOwnVisit } from '../../own-visit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('move_title') }
}

/** One of the doctor's free hours, before a visit moves there. */
export default async function DoctorMoveToPage({ params }: { params: Promise<{ id: string; start: string }> }) {
  const { id, start } = await params
  const visit = await requireOwnVisit(id)
  const now = isoNow()
  const path = `/calendar/visits/${id}` as Route
  if (!actsOn(visit, 'doctor', now).includes('move')) redirect(path)
  const doctor = await getScheduledDoctor(db(), visit.doctor.id)
  const slot = await describeSlot(db(), doctor, visit.length, instantOfPath(start) ?? '', { now, by: 'clinic' })
  return (
    <main id="main" className="page below-5">
      <div className="narrow">
        {slot.ok ? (
          <MoveConfirm
            action={rescheduleAppointmentAction}
            sent={{ requestId: newId(), appointmentId: id }}
            path={path}
            startsAt={visit.startsAt}
            slot={slot.value.startsAt}
            about={visit.patientName}
          />
        ) : (
          <RefusedSlot
            refusal={refusedAt(null, slot)}
            pathOf={(startsAt) => movePath(path, startsAt)}
            all={`${path}/move` as Route}
          />
        )}
      </div>
    </main>
  )
}
