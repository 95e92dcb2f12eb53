import { useTranslations } from 'next-intl'
import type { SagaFacts } from './saga-state'
import { useSagaWords } from './saga-words'

type SagaRemainsProps = {
  saga: SagaFacts & { attempts: readonly { step: string; outcome: string | null }[] }
}

/** What is left for a person to do; first on a phone. */
export function SagaRemains({ saga }: SagaRemainsProps) {
  const t = useTranslations('saga')
  const words = useSagaWords()
  const refused = saga.attempts.filter(({ outcome }) => outcome === 'refused').at(-1)
  const isOver = saga.status === 'COMPLETED' || saga.status === 'FAILED'
  const sentence = () => {
    if (!saga.needsAttention || !refused) return t(isOver ? 'remains_none' : 'remains_itself')
    return saga.outcome === 'undone' ? t('remains_tell') : t('remains_undo', { step: words.step(refused.step) })
  }
  return (
    <section className="sheet pad aside" aria-labelledby="remains">
      <h2 id="remains">{t('remains')}</h2>
      <p className="pt-2">{sentence()}</p>
    </section>
  )
}
