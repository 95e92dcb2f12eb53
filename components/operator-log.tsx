import { useTranslations } from 'next-intl'
import type { Operation } from '@/lib/domain/saga/operate'
import { useSagaWords } from './saga-words'
import { Time } from './time'

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
    <section className="pt-6" aria-labelledby="log">
      <h2 id="log" className="pb-3">
        {t('log')}
      </h2>
      <ul className="sheet acts-log">
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
