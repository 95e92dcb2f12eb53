'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

type SubmitButtonProps = {
  children: ReactNode
  /** What it says while the form is on its way. */
  pending: string
  className?: string
  'aria-label'?: string
  title?: string
  /** What it sends itself, in a form with several. */
  name?: string
  value?: string
}

/** Sends its form once: while it is on its way it says so and does not send again. */
export function SubmitButton({ children, pending, className = 'button pen', ...rest }: SubmitButtonProps) {
  const { pending: isPending } = useFormStatus()
  return (
    <button
      className={className}
      aria-disabled={isPending}
      onClick={(event) => isPending && event.preventDefault()}
      {...rest}
    >
      {isPending ? pending : children}
    </button>
  )
}
