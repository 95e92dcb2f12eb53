import { useLocale, useTranslations } from 'next-intl'
import styles from './frame.module.css'

type LanguageSwitchProps = { action: (form: FormData) => Promise<void> }

/** Two buttons of one form, so that it works without JavaScript. */
export function LanguageSwitch({ action }: LanguageSwitchProps) {
  const t = useTranslations('page')
  const current = useLocale()
  return (
    <form action={action} className={styles.language}>
      <fieldset className={styles.languages}>
        <legend className="visually-hidden">{t('language')}</legend>
        {(['fr', 'en'] as const).map((locale) => (
          <button
            type="submit"
            key={locale}
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === current}
          >
            {locale.toUpperCase()}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
