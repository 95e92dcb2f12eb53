'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { type Limit, limits } from '@/lib/domain/limits'
import styles from './form.module.css'
import { refusedField } from './refused'

type WordsFieldProps = {
  name: string
  label: string
  hint?: string | undefined
  limit?: Limit
  rows?: number
  /** Of what is written, where it is not the page's. */
  lang?: 'fr' | 'en'
  isRequired?: boolean
  defaultValue?: string | undefined
  /** Why it was refused, in a sentence. */
  refusal?: string | undefined
  onChange?: (text: string) => void
}

/** A few lines somebody may write. Many can stand on one page, so ids are made for each. */
export function WordsField({ name, label, hint, limit = 'words', rows = 3, refusal, ...field }: WordsFieldProps) {
  const { isRequired = false, lang, defaultValue, onChange } = field
  const t = useTranslations('book')
  const id = useId()
  const describedBy = [hint && `${id}-hint`, refusal && `${id}-refusal`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {!isRequired && <span className="mute">({t('optional')})</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        className={`input ${styles.words}`}
        id={id}
        name={name}
        rows={rows}
        lang={lang}
        maxLength={limits[limit]}
        required={isRequired}
        defaultValue={defaultValue}
        onChange={onChange && (({ target }) => onChange(target.value))}
        {...refusedField(refusal)}
        aria-describedby={describedBy || undefined}
      />
      {refusal && (
        <p className="refusal" id={`${id}-refusal`}>
          <CircleAlert className="icon" aria-hidden="true" /> {refusal}
        </p>
      )}
    </div>
  )
}
