'use client'

import { type ActProps, AnsweredForm, actName } from '@/components/form/act-form'
import { Disclosure } from '@/components/form/disclosure'
import { useForm } from '@/components/form/use-form'
import { type FormAction, wasSentBack } from '@/lib/web/form-answer'

type ConfirmFormProps = ActProps & {
  action: FormAction
  /** The button that asks, and what is to be read before. */
  ask: string
  what: string
}

/** One thing that is asked once more before it is done; open again when it was sent back. */
export function ConfirmForm({ action, ask, what, ...act }: ConfirmFormProps) {
  const [answer, send, named] = useForm(action, actName(act))
  const isSentBack = wasSentBack(answer)
  return (
    <Disclosure label={ask} isOpen={isSentBack}>
      <p className="small soft">{what}</p>
      <AnsweredForm answer={answer} send={send} named={named} {...act} />
    </Disclosure>
  )
}
