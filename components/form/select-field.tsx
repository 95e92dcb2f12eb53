import { CircleAlert } from 'lucide-react'
import { refusedField } from './refused'

type SelectFieldProps = {
  name: string
  label: string
  hint?: string
  options: readonly { value: string; label: string }[]
  defaultValue?: string | undefined
  /** Why it was refused, in a sentence. */
  refusal?: string | undefined
}

/** One of many, as the browser lets one pick from a list. */
export function SelectField({ name, label, hint, options, defaultValue, refusal }: SelectFieldProps) {
  const describedBy = [hint && `${name}-hint`, refusal && `${name}-refusal`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <select
        className="input"
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={describedBy || undefined}
        {...refusedField(refusal)}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {refusal && (
        <p className="refusal" id={`${name}-refusal`}>
          <CircleAlert className="icon" aria-hidden="true" /> {refusal}
        </p>
      )}
    </div>
  )
}
