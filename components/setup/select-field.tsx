import { CircleAlert } from 'lucide-react'
import { refusedField } from '@/components/form/refused'

type SelectFieldProps = {
  name: string
  label: string
  hint: string
  options: readonly string[]
  defaultValue: string
  /** Why it was refused, in a sentence. */
  refusal?: string | undefined
}

/** One of many, as the browser lets one pick from a list. */
export function SelectField({ name, label, hint, options, defaultValue, refusal }: SelectFieldProps) {
  const describedBy = [`${name}-hint`, refusal && `${name}-refusal`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <p className="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <select
        className="input"
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={describedBy}
        {...refusedField(refusal)}
      >
        {options.map((option) => (
          <option key={option}>{option}</option>
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
