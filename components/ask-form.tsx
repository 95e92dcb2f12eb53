'use client'

import { useActionState } from 'react'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { type Act, AnsweredForm } from './act-form'
import { Ask } from './ask'

type AskFormProps = Act & {
  action: FormAction
  /** The button that asks, and what is to be read before. */
  ask: string
  what: string
}

/** One thing that is asked once more before it is done; open again when it was sent back. */
export function AskForm({ action, ask, what, ...act }: AskFormProps) {
  const [answer, send] = useActionState(action, freshForm)
  const isSentBack = answer.refusals.length > 0 || answer.fault !== undefined
  return (
    <Ask label={ask} isOpen={isSentBack}>
      <p className="small soft">{what}</p>
      <AnsweredForm answer={answer} send={send} {...act} />
    </Ask>
  )
}
