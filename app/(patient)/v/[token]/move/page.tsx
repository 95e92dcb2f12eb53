import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DoctorName } from '@/components/ui/doctor-name'
import { Dot } from '@/components/ui/dot'
import { MoveChoice } from '@/components/visit/move-choice'
import { db } from '@/lib/db/client'
import { patientMay } from '@/lib/domain/appointment/acts-on'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getScheduledDoctor } from '@/lib/queries/people/doctors'
import { readWeekOfSlots } from '@/lib/queries/visit/week-of-slots'
import { visitPath } from '@/lib/views/visit-path'
import { requireLinkedVisit } from '../linked-visit'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ week?: string; day?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('move_title'), robots: { index: false }, referrer: 'same-origin' }
}

/** The same doctor's free hours, to move a visit to. One that cannot be moved here says so on its own page. */
export default async function MovePage({ params, searchParams }: Props) {
  const { token } = await params
  const visit = await requireLinkedVisit(token)
  const asked = await searchParams
  const clinic = await getClinic(db())
  const now = isoNow()
  const path = visitPath(token)
  if (patientMay(visit, now, clinic.noticeHours) !== 'change') redirect(path)
  const doctor = await getScheduledDoctor(db(), visit.doctor.id)
  const question = { week: asked.week, near: visit.startsAt, now }
  const locale = (await getLocale()) as 'fr' | 'en'
  const [t, shown] = await Promise.all([
    getTranslations('change'),
    readWeekOfSlots(db(), doctor, visit.length, question),
  ])
  return (
    <MoveChoice
      title={t('move_title')}
      path={path}
      about={
        <>
          <DoctorName doctor={visit.doctor} />
          {visit.visitType && (
            <>
              <Dot />
              {visit.visitType[locale]}
            </>
          )}
        </>
      }
      startsAt={visit.startsAt}
      {...shown}
      day={asked.day}
      phone={clinic.phone}
    />
  )
}
