import { useTranslations } from 'next-intl'
import { useSagaWords } from '@/components/ui/saga-words'
import { Time } from '@/components/ui/time'
import type { Operation } from '@/lib/domain/saga/operate'
import styles from './saga.module.css'

type OperatorAct = {
  /** ISO instant. */
  at: string
  /** Null when Carnet itself did it. */
  who: string | null
  operation: Operation
  step: string | null
  note: string | null
}

/** Who did what with a saga, and why, in their words. */
export function OperatorLog({ acts }: { acts: readonly OperatorAct[] }) {
  const t = useTranslations('operate')
  const words = useSagaWords()
  if (acts.length === 0) return null
  return (
    <section className="above-5" aria-labelledby="log">
      <h2 id="log" className="below-3">
        {t('log')}
      </h2>
      <ul className={`sheet ${styles.log}`}>
        {acts.map(({ at, who, operation, step, note }) => (
          <li key={at + operation}>
            <Time at={at} form="short" className="mute" />
            <span>{who ?? t('carnet')}</span>
            <div>
              <p>{t(`log_${operation}`, { step: step ? words.step(step) : '' })}</p>
              {note && <q className="soft">{note}</q>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
