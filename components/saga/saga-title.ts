import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useSagaWords } from '@/components/ui/saga-words'
import { nextStep } from '@/lib/domain/saga/next-move'
import { isDone, repeatedAt, type Saga } from '@/lib/domain/saga/saga'
import { clock } from '@/lib/views/wording'

/**
 * Cause and outcome of a saga in a sentence, true whatever was skipped, retried or left to a person. `isUnheard`: a
 * message of it came back, and nobody has called yet.
 */
export function useSagaTitle(saga: Saga, isUnheard: boolean): string {
  const t = useTranslations('saga')
  const words = useSagaWords()
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const quoted = (steps: readonly string[]) => steps.map((step) => t('quoted', { step: words.step(step) })).join(', ')
  const cause = saga.failedBecause?.failure
  const refused = saga.attempts.findLast(({ outcome }) => outcome === 'refused')?.failure
  const why = words.failure(cause ?? refused)

  if (saga.outcome === 'superseded') return t('title_superseded')
  return saga.hasTurnedBack ? backward() : forward()

  function forward(): string {
    if (saga.status === 'FAILED') return t('title_left_undone', { why, steps: quoted(saga.passedOver) })
    if (saga.status === 'COMPLETED') {
      if (saga.passedOver.length > 0) return t('title_kept', { why })
      if (saga.skipped.length > 0) return t('title_done_without', { steps: quoted(saga.skipped) })
      return isUnheard ? t('title_unheard') : t('title_done')
    }
    const step = words.step(nextStep(saga) ?? '')
    return saga.nextAt ? t('title_retrying', { time: clock(saga.nextAt, place), step }) : t('title_running', { step })
  }

  function backward(): string {
    if (saga.outcome === 'undone') {
      const skippedUndos = saga.skipped.filter((step) => !saga.plan.steps.some(({ name }) => name === step))
      if (skippedUndos.length > 0) return t('title_undone_without', { steps: quoted(skippedUndos) })
      return cause ? t('title_undone', { why }) : t('title_undone_by_hand')
    }
    if (saga.status === 'FAILED') return t('title_failed', { why })
    const due = nextStep(saga)
    const again = due && isDone(saga, due) ? repeatedAt(saga, due) : null
    if (again) return t('title_repeating', { time: clock(again, place) })
    return cause ? t('title_undoing', { why }) : t('title_undoing_by_hand')
  }
}
