'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Prose } from '@/components/ui/words/prose'
import type { Limit } from '@/lib/domain/limits'
import styles from './form.module.css'
import { WordsField } from './words-field'

type BilingualWordsProps = {
  /** The fields are called so, with Fr and En. */
  name: string
  label: string
  hint?: string
  limit?: Limit
  rows?: number
  isRequired?: boolean
  written: { fr: string; en: string }
  refusalOf: (field: string) => string | undefined
}

/** A text in both languages, each with how patients will read it; without a script, how they read it now. */
export function BilingualWords({ name, label, hint, written, refusalOf, ...field }: BilingualWordsProps) {
  const t = useTranslations('clinic_edit')
  const reader = useLocale()
  const [typed, setTyped] = useState(written)
  const languages = [
    { locale: 'fr', field: `${name}Fr`, said: t('french') },
    { locale: 'en', field: `${name}En`, said: t('english') },
  ] as const
  return (
    <div className={styles.bilingual}>
      {languages.map(({ locale, field: of, said }) => (
        <div key={locale} className={styles.language}>
          <WordsField
            {...field}
            name={of}
            label={`${label}, ${said}`}
            hint={hint}
            lang={locale}
            defaultValue={written[locale]}
            refusal={refusalOf(of)}
            onChange={(text) => setTyped((before) => ({ ...before, [locale]: text }))}
          />
          <section className={styles.preview} aria-label={`${t('preview')}: ${label}, ${said}`} lang={locale}>
            <p className="small mute" lang={reader}>
              {t('preview')}
            </p>
            {typed[locale].trim() ? <Prose text={typed[locale]} /> : <p className="mute">{t('nothing')}</p>}
          </section>
        </div>
      ))}
    </div>
  )
}
