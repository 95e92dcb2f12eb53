import { useLocale, useTranslations } from 'next-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import type { RunItemView, RunSummary } from '@/lib/domain/run/summary'
import { secondMs } from '@/lib/domain/time'
import type { BareRefusal } from '@/lib/refusals'
import { duration } from '@/lib/views/duration'

/** What is said of what was done, and of what refuses with something that is not kept. */
const ownWords = [
  'called_off',
  'moved',
  'left',
  'over',
  'elsewhere',
  'no_hour',
  'slot_taken',
  'right',
  'written',
  'removed',
  'at_work',
  'calendar_failed',
  'saga_changed',
  'saga_busy',
] as const

/** Returns what says a run and its items in words. The past tense is for what is recorded. */
export function useRunWords() {
  const t = useTranslations('runs')
  const locale = useLocale()
  const refusal = useRefusalWords()
  return {
    what: ({ what, total }: RunSummary) => t(`what_${what}`, { count: total }),
    /** How it stands: what it says depends on the clock only before it begins. */
    standing(run: RunSummary, now: string): string {
      const { state, total, left, refused, failed } = run
      const counts = { done: total - left, total }
      if (state === 'running' && now < run.beginsAt) return t('standing_waiting', { count: total })
      if (state === 'running' && left === 0) return t('standing_looking', { count: total })
      if (state === 'running') {
        const { leftMs } = run
        if (leftMs === undefined) return t('standing_running', counts)
        const rounded = Math.max(secondMs, Math.ceil(leftMs / secondMs) * secondMs)
        return t('standing_running_left', { ...counts, left: duration(rounded, locale) })
      }
      if (state === 'stopped' && left === total) return t('standing_taken_back')
      if (state !== 'finished') return t(`standing_${state}`, counts)
      if (refused + failed === 0) return t('standing_finished', { count: total })
      return t('standing_finished_partly', { done: run.done, total, rest: refused + failed })
    },
    /** What became of an item; empty where nothing is to be said of it. */
    said({ said }: RunItemView): string {
      if (!said || said === 'failed') return ''
      const own = ownWords.find((word) => word === said)
      return own ? t(`said_${own}`) : refusal({ name: said as BareRefusal })
    },
  }
}
