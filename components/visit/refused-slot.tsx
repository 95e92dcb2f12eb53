import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { NearestSlots } from '@/components/form/nearest-slots'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import type { Slot } from '@/lib/domain/schedule/slot'
import { nearestOf, type ToldRefusal } from '@/lib/refusals'

type RefusedSlotProps = {
  refusal: ToldRefusal
  /** Where an hour leads to, and where all of them are. */
  pathOf: (slot: Pick<Slot, 'startsAt'>) => Route
  all: Route
}

/** The page of an hour that cannot be had: why, and what can. */
export function RefusedSlot({ refusal, pathOf, all }: RefusedSlotProps) {
  const t = useTranslations()
  const say = useRefusalWords()
  return (
    <div className="narrow above-6 below-6" role="status">
      <h1>{t('book.gone')}</h1>
      <p className="soft above-3 below-3">{say(refusal)}</p>
      <NearestSlots pathOf={pathOf} slots={nearestOf(refusal)} />
      <p className="above-4 below-4">
        <Link href={all}>{t('status.see_all')}</Link>
      </p>
    </div>
  )
}
