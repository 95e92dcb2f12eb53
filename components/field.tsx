import { CircleAlert } from 'lucide-react'
import type { InputHTMLAttributes } from 'react'

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  name: string
  label: string
  aside?: string
  hint?: string
  /** Why it was refused, in a sentence. */
  refusal?: string | undefined
}

/** A labelled input whose refusal stands beneath it and is read with it. */
export function Field({ name, label, aside, hint, refusal, ...input }: FieldProps) {
  const describedBy = [hint && `${name}-hint`, refusal && `${name}-refusal`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={name}>
        {label} {aside && <span className="mute font-normal">({aside})</span>}
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
        aria-invalid={refusal ? true : undefined}
        aria-describedby={describedBy || undefined}
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
