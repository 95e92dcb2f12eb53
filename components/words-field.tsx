'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'

type WordsFieldProps = {
  name: string
  label: string
  hint?: string | undefined
  isRequired?: boolean
  defaultValue?: string | undefined
  /** Why it was refused, in a sentence. */
  refusal?: string | undefined
}

/** A few lines somebody may write. Many can stand on one page, so ids are made for each. */
export function WordsField({ name, label, hint, isRequired = false, defaultValue, refusal }: WordsFieldProps) {
  const t = useTranslations('book')
  const id = useId()
  const describedBy = [hint && `${id}-hint`, refusal && `${id}-refusal`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {!isRequired && <span className="mute font-normal">({t('optional')})</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        className="input words"
        id={id}
        name={name}
        rows={3}
        maxLength={500}
        required={isRequired}
        defaultValue={defaultValue}
        aria-invalid={refusal ? true : undefined}
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
