import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Desk } from '@/app/desk'
import { MoveChoice } from '@/components/move-choice'
import { db } from '@/lib/db/client'
import { doctorMay } from '@/lib/domain/appointment/doctor-may'
import { slotWeek } from '@/lib/domain/schedule/slot-week'
import { getScheduledDoctor } from '@/lib/queries/doctors'
import { listOpenSlots } from '@/lib/queries/open-slots'
import { requireOwnVisit } from '../own-visit'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ week?: string; day?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('move_title') }
}

/** The doctor's own free hours, to move a visit to. */
export default async function DoctorMovePage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const { user, visit } = await requireOwnVisit(id)
  const now = new Date().toISOString()
  const path = `/calendar/visits/${id}` as Route
  if (!doctorMay(visit, now).includes('move')) redirect(path)
  const doctor = await getScheduledDoctor(db(), visit.doctor.id)
  const week = slotWeek(asked.week, now, doctor.schedule)
  const [t, open] = await Promise.all([
    getTranslations('change'),
    listOpenSlots(db(), [{ doctor, length: visit.length }], { now, from: week.from, days: 7, by: 'clinic' }),
  ])
  return (
    <Desk user={user} current="calendar">
      <main id="main" className="wrap pb-6">
        <MoveChoice
          title={t('move_of', { patient: visit.patientName })}
          path={path}
          startsAt={visit.startsAt}
          week={week}
          day={asked.day}
          slots={open.get(doctor.id)?.slots ?? []}
        />
      </main>
    </Desk>
  )
}
