import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Desk } from '@/app/desk'
import { MoveChoice } from '@/components/move-choice'
import { db } from '@/lib/db/client'
import { doctorMay } from '@/lib/domain/appointment/doctor-may'
import { slotWeek } from '@/lib/domain/schedule/slot-week'
import { listOpenSlots } from '@/lib/queries/open-slots'
import { requireOwnVisit } from '../own-visit'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ week?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('move_title') }
}

/** The doctor's own free hours, to move a visit to. */
export default async function DoctorMovePage({ params, searchParams }: Props) {
  const [{ id }, { week: asked }] = await Promise.all([params, searchParams])
  const { user, visit } = await requireOwnVisit(id)
  const now = new Date().toISOString()
  const path = `/calendar/visits/${id}` as Route
  if (!doctorMay(visit, now).includes('move')) redirect(path)
  const { week, from } = slotWeek(asked, now)
  const [t, slots] = await Promise.all([getTranslations('change'), listOpenSlots(db(), [visit.doctor], from, 7)])
  return (
    <Desk user={user} current="calendar">
      <main id="main" className="wrap pb-6">
        <MoveChoice
          title={t('move_of', { patient: visit.patientName })}
          path={path}
          startsAt={visit.startsAt}
          week={week}
          from={from}
          slots={slots.get(visit.doctor.id) ?? []}
        />
      </main>
    </Desk>
  )
}
