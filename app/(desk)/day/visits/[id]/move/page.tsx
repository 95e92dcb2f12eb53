import type { Metadata, Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { VisitMove } from '@/app/(desk)/visit-move'
import { actsOn } from '@/lib/domain/appointment/acts-on'
import { isoNow } from '@/lib/iso-now'
import { requireAnyVisit } from '../any-visit'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ week?: string; day?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('move_title') }
}

/** The free hours of a visit's doctor, for the front desk to move it to. */
export default async function StaffMovePage({ params, searchParams }: Props) {
  const { id } = await params
  const visit = await requireAnyVisit(id)
  const now = isoNow()
  const canMove = actsOn(visit, 'staff', now).includes('move')
  return (
    <VisitMove
      visit={visit}
      path={`/day/visits/${id}` as Route}
      canMove={canMove}
      asked={await searchParams}
      now={now}
    />
  )
}
