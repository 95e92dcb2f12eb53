import type { ReactNode } from 'react'

type AskProps = {
  /** The word on the button that asks; it ends in "…". */
  label: string
  /** What it is called when the word alone does not say whom it is about. */
  spoken?: string
  /** Open when it was sent back. */
  isOpen?: boolean
  children: ReactNode
}

/** A button that does nothing yet: it opens what must be read before. Works without JavaScript and by keyboard. */
export function Ask({ label, spoken, isOpen = false, children }: AskProps) {
  return (
    <details className="ask" {...(isOpen && { open: true })}>
      <summary className="btn" {...(spoken && { 'aria-label': spoken })}>
        {label}
      </summary>
      <div className="ask-body">{children}</div>
    </details>
  )
}
