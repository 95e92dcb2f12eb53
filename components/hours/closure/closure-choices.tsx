import { useTranslations } from 'next-intl'
import { type ClosureChoice, closureChoices } from '@/lib/domain/schedule/closure'
import styles from './closure.module.css'

type ClosureChoicesProps = { value: ClosureChoice; onChange: (choice: ClosureChoice) => void }

/** What is done with all of them, unless one has a choice of its own. */
export function ClosureChoices({ value, onChange }: ClosureChoicesProps) {
  const t = useTranslations('closure')
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">{t('for_all')}</legend>
      {closureChoices.map((choice) => (
        <label key={choice} className={styles.choice}>
          <input
            type="radio"
            name="forAll"
            value={choice}
            checked={value === choice}
            onChange={() => onChange(choice)}
          />
          <span className="stack">
            <b className="strong">{t(choice)}</b>
            <span className="small soft">{t(`${choice}_what`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
