import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MoveChoice } from '@/components/visit/move-choice'
import { db } from '@/lib/db/client'
import { getScheduledDoctor } from '@/lib/queries/people/doctors'
import type { Visit } from '@/lib/queries/visit/visits'
import { readWeekOfSlots } from '@/lib/queries/visit/week-of-slots'

type VisitMoveProps = {
  visit: Visit
  /** Where the visit itself is shown, to whoever moves it. */
  path: Route
  canMove: boolean
  asked: { week?: string; day?: string }
  now: string
}

/** The free hours of a visit's doctor, to move it to; whoever may not move it is led back to it. */
export async function VisitMove({ visit, path, canMove, asked, now }: VisitMoveProps) {
  if (!canMove) redirect(path)
  const doctor = await getScheduledDoctor(db(), visit.doctor.id)
  const question = { week: asked.week, near: visit.startsAt, now, by: 'clinic' as const }
  const [t, shown] = await Promise.all([
    getTranslations('change'),
    readWeekOfSlots(db(), doctor, visit.length, question),
  ])
  return (
    <main id="main" className="page below-5">
      <MoveChoice
        title={t('move_of', { patient: visit.patientName })}
        path={path}
        startsAt={visit.startsAt}
        {...shown}
        day={asked.day}
      />
    </main>
  )
}
