import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { NearestSlots } from './nearest-slots'

type RefusedSlotProps = {
  name: string
  nearest: readonly Slot[]
  /** Where an hour leads to, and where all of them are. */
  pathOf: (slot: Pick<Slot, 'startsAt'>) => Route
  all: Route
}

/** The page of an hour that cannot be had: why, and what can. */
export function RefusedSlot({ name, nearest, pathOf, all }: RefusedSlotProps) {
  const t = useTranslations()
  const isTakenForGood = name === 'slot_taken' && nearest.length === 0
  return (
    <div className="narrow py-8" role="status">
      <h1>{t('book.gone')}</h1>
      <p className="soft py-3">{t(`refusal.${isTakenForGood ? 'slot_taken_none' : (name as 'slot_past')}`)}</p>
      <NearestSlots pathOf={pathOf} slots={nearest} />
      <p className="py-4">
        <Link href={all}>{t('status.see_all')}</Link>
      </p>
    </div>
  )
}
