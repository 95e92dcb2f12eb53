import type { Metadata, Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { VisitMove } from '@/app/(desk)/visit-move'
import { actsOn } from '@/lib/domain/appointment/acts-on'
import { isoNow } from '@/lib/iso-now'
import { requireOwnVisit } from '../own-visit'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ week?: string; day?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('move_title') }
}

/** The doctor's own free hours, to move a visit to. */
export default async function DoctorMovePage({ params, searchParams }: Props) {
  const { id } = await params
  const visit = await requireOwnVisit(id)
  const now = isoNow()
  const canMove = actsOn(visit, 'doctor', now).includes('move')
  return (
    <VisitMove
      visit={visit}
      path={`/calendar/visits/${id}` as Route}
      canMove={canMove}
      asked={await searchParams}
      now={now}
    />
  )
}
