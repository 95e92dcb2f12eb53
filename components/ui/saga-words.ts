import { useTranslations } from 'next-intl'
import type { PlannedWord, StepSaying } from '@/lib/domain/messages/channels'
import type { Failure } from '@/lib/domain/saga/failure'
import { undoneBy } from '@/lib/domain/saga/saga'

/** Returns the plain words for steps and failures. */
export function useSagaWords() {
  const t = useTranslations()
  return {
    step(name: string): string {
      const undone = undoneBy(name)
      return undone ? t(`undo.${undone as StepSaying<'confirmed'>}`) : t(`step.${name as StepSaying<PlannedWord>}`)
    },
    service: (name: Failure['service']): string => t(`failure.service_${name}`),
    /** Nothing for no failure. */
    failure(failure: Failure | null | undefined): string {
      if (!failure) return ''
      const { service, kind, status } = failure
      return t(`failure.${kind}`, {
        service: t(`failure.service_${service}`),
        status: status === null ? '' : ` (${status})`,
      })
    },
  }
}
