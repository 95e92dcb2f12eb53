import { useTranslations } from 'next-intl'

export type ShownFailure = {
  service: string
  kind: 'permanent' | 'rate_limited' | 'transient' | 'unknown' | 'exhausted'
  status: number | null
}

const undoPrefix = 'undo:'

/** The plain words for steps and failures. */
export function useSagaWords() {
  const t = useTranslations()
  return {
    step(name: string): string {
      const isUndo = name.startsWith(undoPrefix)
      const plain = isUndo ? name.slice(undoPrefix.length) : name
      return isUndo ? t(`undo.${plain as 'add-calendar-event'}`) : t(`step.${plain as 'email-patient'}`)
    },
    failure({ service, kind, status }: ShownFailure): string {
      const named = service === 'calendar' || service === 'mail' ? service : 'carnet'
      return t(`failure.${kind}`, {
        service: t(`failure.service_${named}`),
        status: status === null ? '' : ` (${status})`,
      })
    },
  }
}
