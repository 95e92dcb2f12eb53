import type { ReactNode } from 'react'
import styles from './ui.module.css'

/** A sheet that is wider than a phone: it scrolls by itself, by finger and by the arrow keys. */
export function ScrollSheet({
  label,
  className = '',
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds a form's fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <div className={`sheet ${styles.scroll} ${className}`} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
