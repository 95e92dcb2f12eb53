import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { rescheduleAsPatientAction } from '@/app/actions/patient/reschedule-as-patient'
import { MoveConfirm } from '@/components/visit/move-confirm'
import { movePath } from '@/components/visit/move-path'
import { RefusedSlot } from '@/components/visit/refused-slot'
import { db } from '@/lib/db/client'
import { noticeOf, patientMay } from '@/lib/domain/appointment/acts-on'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getScheduledDoctor } from '@/lib/queries/people/doctors'
import { describeSlot } from '@/lib/queries/visit/open-slots'
import { instantOfPath } from '@/lib/views/instant-of-path'
import { visitPath } from '@/lib/views/visit-path'
import { unbroken } from '@/lib/views/wording'
import { refusedAt } from '@/lib/web/form-answer'
import { requireLinkedVisit } from '../../linked-visit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('move_title'), robots: { index: false }, referrer: 'same-origin' }
}

/** One hour, before a visit moves there. */
export default async function MoveToPage({ params }: { params: Promise<{ token: string; start: string }> }) {
  const { token, start } = await params
  const visit = await requireLinkedVisit(token)
  const clinic = await getClinic(db())
  const now = isoNow()
  const path = visitPath(token)
  if (patientMay(visit, now, clinic.noticeHours) !== 'change') redirect(path)
  const doctor = await getScheduledDoctor(db(), visit.doctor.id)
  const slot = await describeSlot(db(), doctor, visit.length, instantOfPath(start) ?? '', { now })
  if (!slot.ok) {
    const all = `${path}/move` as Route
    return <RefusedSlot refusal={refusedAt(null, slot)} pathOf={(startsAt) => movePath(path, startsAt)} all={all} />
  }
  const locale = (await getLocale()) as 'fr' | 'en'
  return (
    <div className="narrow">
      <MoveConfirm
        action={rescheduleAsPatientAction}
        sent={{ requestId: newId(), token }}
        path={path}
        startsAt={visit.startsAt}
        slot={slot.value.startsAt}
        notice={noticeOf(slot.value.startsAt, now, clinic.noticeHours)}
        about={unbroken([doctorName(visit.doctor, locale), visit.visitType?.[locale]].filter(Boolean).join(' · '))}
      />
    </div>
  )
}
