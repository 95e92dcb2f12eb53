import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { rescheduleAsPatientAction } from '@/app/actions/reschedule-as-patient'
import { MoveConfirm } from '@/components/move-confirm'
import { movePath } from '@/components/move-path'
import { RefusedSlot } from '@/components/refused-slot'
import { db } from '@/lib/db/client'
import { patientMay } from '@/lib/domain/appointment/patient-may'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { instantOfPath } from '@/lib/domain/schedule/instant-of-path'
import { newId } from '@/lib/ids'
import { getClinic } from '@/lib/queries/clinic'
import { getScheduledDoctor } from '@/lib/queries/doctors'
import { describeSlot } from '@/lib/queries/open-slots'
import { requireLinkedVisit } from '../../linked-visit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('move_title'), robots: { index: false }, referrer: 'same-origin' }
}

/** One hour, before a visit moves there. */
export default async function MoveToPage({ params }: { params: Promise<{ token: string; start: string }> }) {
  const { token, start } = await params
  const [visit, clinic] = await Promise.all([requireLinkedVisit(token), getClinic(db())])
  const now = new Date().toISOString()
  const path = `/visits/${token}` as Route
  if (patientMay(visit, now, clinic.noticeHours) !== 'change') redirect(path)
  const doctor = await getScheduledDoctor(db(), visit.doctor.id)
  const slot = await describeSlot(db(), doctor, visit.length, instantOfPath(start) ?? '', { now })
  if (!slot.ok) {
    const nearest = slot.data?.nearest ?? []
    const all = `${path}/move` as Route
    return <RefusedSlot name={slot.refused} nearest={nearest} pathOf={(one) => movePath(path, one)} all={all} />
  }
  return (
    <div className="narrow">
      <MoveConfirm
        action={rescheduleAsPatientAction}
        sent={{ requestId: newId(), token }}
        path={path}
        startsAt={visit.startsAt}
        slot={slot.value.startsAt}
        about={doctorName(visit.doctor, await getLocale())}
      />
    </div>
  )
}
