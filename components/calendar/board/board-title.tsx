'use client'

import { useTranslations } from 'next-intl'
import { useMinute } from '@/components/live/use-minute'
import { isSlotFree } from '@/lib/domain/appointment/standing'
import { presenceAt } from '@/lib/views/elapsed/presence'
import type { CountedVisit } from '../day/day-counts'

type BoardTitleProps = {
  visits: readonly CountedVisit[]
  isToday: boolean
  /** ISO instant. */
  now: string
}

/** How many wait and how many are late just now; of another day, how much it holds. */
export function BoardTitle({ visits, isToday, now }: BoardTitleProps) {
  const t = useTranslations('board')
  const td = useTranslations('day')
  const tp = useTranslations('presence')
  const nowMs = useMinute(now)
  if (!isToday) {
    const held = visits.filter(({ standing }) => !isSlotFree(standing))
    const requests = held.filter(({ status }) => status === 'requested').length
    const words = td('counts', { visits: held.length - requests, done: 0, requests })
    return words.charAt(0).toUpperCase() + words.slice(1)
  }
  const present = visits.flatMap((visit) => presenceAt(visit, nowMs) ?? [])
  const said = (['waits', 'late'] as const).flatMap((kind) => {
    const count = present.filter((one) => one.kind === kind).length
    return count > 0 ? [tp(`count_${kind}`, { count })] : []
  })
  return said.length > 0 ? said.join(', ') : t('calm')
}
