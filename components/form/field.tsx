import { CircleAlert } from 'lucide-react'
import type { InputHTMLAttributes } from 'react'
import { type Limit, limits } from '@/lib/domain/limits'
import { refusedField } from './refused'

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'maxLength' | 'type'> &
  Kind & {
    name: string
    label: string
    aside?: string
    hint?: string
    /** Why it was refused, in a sentence. */
    refusal?: string | undefined
  }

/** A day is picked; what is typed may be as long as its receiver takes. */
type Kind = { type: 'date' } | { type?: 'email' | 'tel' | 'password'; limit: Limit }

/** A labelled input whose refusal stands beneath it and is read with it. */
export function Field({ name, label, aside, hint, refusal, ...kind }: FieldProps) {
  const { limit, ...input } = { limit: undefined, ...kind }
  const describedBy = [hint && `${name}-hint`, refusal && `${name}-refusal`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={name}>
        {label} {aside && <span className="mute">({aside})</span>}
      </label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        className="input"
        id={name}
        name={name}
        {...refusedField(refusal)}
        aria-describedby={describedBy || undefined}
        maxLength={limit && limits[limit]}
        {...input}
      />
      {refusal && (
        <p className="refusal" id={`${name}-refusal`}>
          <CircleAlert className="icon" aria-hidden="true" /> {refusal}
        </p>
      )}
    </div>
  )
}
