import type { ReactNode } from 'react'
import styles from './form.module.css'

type DisclosureProps = {
  /** The word on the button that asks; it ends in "…". */
  label: string
  /** What it is called when the word alone does not say whom it is about. */
  spoken?: string
  /** Stands before the word, which a dense row may leave out of sight: then `spoken` says it. */
  icon?: ReactNode
  /** Open when it was sent back. */
  isOpen?: boolean
  children: ReactNode
}

/** A button that does nothing yet: it opens what must be read before. Works without JavaScript and by keyboard. */
export function Disclosure({ label, spoken, icon, isOpen = false, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure} {...(isOpen && { open: true })}>
      <summary
        className="button"
        {...(spoken && { 'aria-label': spoken })}
        {...(icon !== undefined && { title: label })}
      >
        {icon}
        {icon ? <span>{label}</span> : label}
      </summary>
      <div className={styles.disclosureBody}>{children}</div>
    </details>
  )
}
