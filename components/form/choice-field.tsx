import { CircleAlert } from 'lucide-react'
import styles from './form.module.css'
import { refusedField } from './refused'

type ChoiceFieldProps = {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
  defaultValue?: string | undefined
  /** Why it was refused, in a sentence. */
  refusal?: string | undefined
}

/** One of a few, as radios: they keep what was chosen when a form comes back, with JavaScript and without. */
export function ChoiceField({ name, label, options, defaultValue, refusal }: ChoiceFieldProps) {
  return (
    <fieldset className="field" aria-describedby={refusal ? `${name}-refusal` : undefined}>
      <legend className={styles.label}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            {...refusedField(refusal)}
          />
          {option.label}
        </label>
      ))}
      {refusal && (
        <p className="refusal" id={`${name}-refusal`}>
          <CircleAlert className="icon" aria-hidden="true" /> {refusal}
        </p>
      )}
    </fieldset>
  )
}
