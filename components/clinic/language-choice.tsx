import { useTranslations } from 'next-intl'
import styles from './clinic.module.css'

export type NamedLanguage = { code: string; label: string }
type LanguageChoiceProps = { languages: readonly NamedLanguage[]; spoken: readonly string[] }

/** The languages a doctor speaks with patients. Each is a field of its own, so that a form that comes back keeps them all. */
export function LanguageChoice({ languages, spoken }: LanguageChoiceProps) {
  const t = useTranslations('clinic_edit')
  return (
    <fieldset className="stack gap-2">
      <legend className="strong">{t('languages')}</legend>
      <div className={styles.languages}>
        {languages.map(({ code, label }) => (
          <label key={code}>
            <input type="checkbox" name={`speaks_${code}`} defaultChecked={spoken.includes(code)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
