import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MoveChoice } from '@/components/move-choice'
import { db } from '@/lib/db/client'
import { patientMay } from '@/lib/domain/appointment/patient-may'
import { slotWeek } from '@/lib/domain/schedule/slot-week'
import { getClinic } from '@/lib/queries/clinic'
import { getScheduledDoctor } from '@/lib/queries/doctors'
import { listOpenSlots } from '@/lib/queries/open-slots'
import { requireLinkedVisit } from '../linked-visit'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ week?: string; day?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('move_title'), robots: { index: false }, referrer: 'same-origin' }
}

/** The same doctor's free hours, to move a visit to. One that cannot be moved here says so on its own page. */
export default async function MovePage({ params, searchParams }: Props) {
  const [{ token }, asked] = await Promise.all([params, searchParams])
  const [visit, clinic] = await Promise.all([requireLinkedVisit(token), getClinic(db())])
  const now = new Date().toISOString()
  const path = `/visits/${token}` as Route
  if (patientMay(visit, now, clinic.noticeHours) !== 'change') redirect(path)
  const doctor = await getScheduledDoctor(db(), visit.doctor.id)
  const week = slotWeek(asked.week, now, doctor.schedule)
  const [t, open] = await Promise.all([
    getTranslations('change'),
    listOpenSlots(db(), [{ doctor, length: visit.length }], { now, from: week.from, days: 7 }),
  ])
  return (
    <MoveChoice
      title={t('move_title')}
      path={path}
      startsAt={visit.startsAt}
      week={week}
      day={asked.day}
      slots={open.get(doctor.id)?.slots ?? []}
    />
  )
}
