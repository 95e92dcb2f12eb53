import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { nearestOf } from '@/lib/refusals'
import { nearestStarts } from '@/lib/views/grid/starts'
import type { WhyNot } from '@/lib/views/grid/why-not'
import { dayAndClock } from '@/lib/views/wording'
import { askMove } from '../ask-move'
import { useBoard } from '../board-acts'
import type { Held, Target } from './use-moving'
import { useWhyWords } from './use-why-words'

/** Returns how a visit that was let go where it cannot stand is refused: why not there, and what is free next to it. */
export function useRefuse(): (held: Held, target: Target, why: WhyNot) => Promise<void> {
  const t = useTranslations('calendar')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const say = useWhyWords()
  const board = useBoard()
  return async ({ visit, starts }, target, why) => {
    const free = starts?.filter(({ startsAt }) => startsAt !== visit.startsAt) ?? []
    const words = t('not_there', { when: dayAndClock(target.startsAt, place), why: say(why) })
    const shown = nearestStarts(free, target)
    // Nothing is free on the days that are shown: the server knows of others.
    const { refusal } = shown.length > 0 ? { refusal: null } : await askMove(visit.id, target.startsAt)
    const nearest = refusal ? nearestOf(refusal) : shown
    board.refuse(
      visit,
      words,
      nearest.map(({ startsAt }) => startsAt),
    )
  }
}
