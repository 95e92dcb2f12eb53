import { Check } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type SetUpDone, type SetUpStep, setUpSteps, shownStep } from '@/lib/domain/opening/steps'
import { stepPath } from '@/lib/views/set-up-path'
import styles from './setup.module.css'

type StepsProps = {
  current: SetUpStep
  done: SetUpDone
  /** What was written in a step, in a few words. */
  written: Partial<Record<SetUpStep, string>>
}

/** The steps of setting up, with what each of them has come to. */
export function Steps({ current, done, written }: StepsProps) {
  const t = useTranslations('setup')
  const count = Object.values(done).filter(Boolean).length
  return (
    <nav aria-label={t('steps')} className={styles.steps}>
      <p className="strong">{t('steps_done', { done: count, all: setUpSteps.length })}</p>
      <ol>
        {setUpSteps.map((step, index) => (
          <li key={step} aria-current={step === current ? 'step' : undefined}>
            <span className={styles.dot} data-done={step !== 'open' && done[step]}>
              {step !== 'open' && done[step] ? <Check className="icon" aria-hidden="true" /> : index + 1}
            </span>
            <span>
              {step !== current && shownStep(step, done) === step ? (
                <Link prefetch={false} href={stepPath(step)}>
                  {t(`step_${step}`)}
                </Link>
              ) : (
                t(`step_${step}`)
              )}
              {written[step] && <span className="small mute">{written[step]}</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
