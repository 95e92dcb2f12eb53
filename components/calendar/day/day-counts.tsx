'use client'

import { useTranslations } from 'next-intl'
import { useMinute } from '@/components/live/use-minute'
import { isSlotFree, type Standing } from '@/lib/domain/appointment/standing'
import { presenceAt } from '@/lib/views/elapsed/presence'

/** What is counted of a visit. Instants are ISO strings. */
export type CountedVisit = {
  standing: Standing
  status: string
  startsAt: string
  endsAt: string
  arrivedAt: string | null
}

/** How much a day holds; how many wait just now, and how many are late. `now` is an ISO instant. */
export function DayCounts({ visits, now }: { visits: readonly CountedVisit[]; now: string }) {
  const t = useTranslations('day')
  const tp = useTranslations('presence')
  const nowMs = useMinute(now)
  const present = visits.flatMap((visit) => presenceAt(visit, nowMs) ?? [])
  const counts = {
    visits: visits.filter(({ standing, status }) => !isSlotFree(standing) && status !== 'requested').length,
    done: visits.filter(({ standing }) => standing === 'completed').length,
    requests: visits.filter(({ status }) => status === 'requested').length,
  }
  const said = (['waits', 'late'] as const).flatMap((kind) => {
    const count = present.filter((one) => one.kind === kind).length
    return count > 0 ? [tp(`count_${kind}`, { count })] : []
  })
  return (
    <>
      {t('counts', counts)}
      {said.length > 0 && <b className="strong"> · {said.join(', ')}</b>}
    </>
  )
}
