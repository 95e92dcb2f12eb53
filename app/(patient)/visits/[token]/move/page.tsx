import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MoveChoice } from '@/components/move-choice'
import { db } from '@/lib/db/client'
import { patientMay } from '@/lib/domain/appointment/patient-may'
import { slotWeek } from '@/lib/domain/schedule/slot-week'
import { getClinic } from '@/lib/queries/clinic'
import { listOpenSlots } from '@/lib/queries/open-slots'
import { requireLinkedVisit } from '../linked-visit'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ week?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('change'))('move_title'), robots: { index: false }, referrer: 'same-origin' }
}

/** The same doctor's free hours, to move a visit to. One that cannot be moved here says so on its own page. */
export default async function MovePage({ params, searchParams }: Props) {
  const [{ token }, { week: asked }] = await Promise.all([params, searchParams])
  const [visit, clinic] = await Promise.all([requireLinkedVisit(token), getClinic(db())])
  const now = new Date().toISOString()
  const path = `/visits/${token}` as Route
  if (patientMay(visit, now, clinic.noticeHours) !== 'change') redirect(path)
  const { week, from } = slotWeek(asked, now)
  const [t, slots] = await Promise.all([getTranslations('change'), listOpenSlots(db(), [visit.doctor], from, 7)])
  return (
    <MoveChoice
      title={t('move_title')}
      path={path}
      startsAt={visit.startsAt}
      week={week}
      from={from}
      slots={slots.get(visit.doctor.id) ?? []}
    />
  )
}
