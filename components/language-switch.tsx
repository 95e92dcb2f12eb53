import { useLocale, useTranslations } from 'next-intl'

type LanguageSwitchProps = { action: (form: FormData) => Promise<void> }

/** Two buttons of one form, so that it works without JavaScript. */
export function LanguageSwitch({ action }: LanguageSwitchProps) {
  const t = useTranslations('page')
  const current = useLocale()
  return (
    <form action={action} className="lang">
      <fieldset className="flex">
        <legend className="vh">{t('language')}</legend>
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
