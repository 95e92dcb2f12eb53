'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FaultNote } from '@/components/form/fault-note'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import type { SetUpStep } from '@/lib/domain/opening/steps'
import { stepPath } from '@/lib/views/set-up-path'
import { type FormAction, type FormAnswer, keptIn } from '@/lib/web/form-answer'

/** What a field of a step begins with, and why it was sent back. */
export type FieldOf = (
  name: string,
  known: string,
) => { name: string; defaultValue: string; refusal: string | undefined }

type StepFormProps = {
  action: FormAction
  step: SetUpStep
  /** The step before this one, if any. */
  before: SetUpStep | null
  submit: string
  /** The step that may be gone on to without this one. */
  later?: SetUpStep
  children: (field: FieldOf, answer: FormAnswer) => ReactNode
  /** What stands in place of the button once the form's answer is to be read. */
  after?: (answer: FormAnswer) => ReactNode
}

/** One step of setting up: its fields, the way back, and the way on. */
export function StepForm({ action, step, before, submit, later, children, after }: StepFormProps) {
  const t = useTranslations('setup')
  const [answer, send, named] = useForm(action, step)
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const kept = keptIn(answer)
  const field: FieldOf = (name, known) => ({ name, defaultValue: kept(name, known), refusal: refusalOf(name) })
  return (
    <form action={send} ref={form} className="stack gap-5" noValidate>
      {named}
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field === null)} />
      <div className="sheet padded fields tight">{children(field, answer)}</div>
      <div className="row">
        {before && (
          <Link className="button" prefetch={false} href={stepPath(before)}>
            {t('back')}
          </Link>
        )}
        {after?.(answer) ?? <SubmitButton pending={t('saving')}>{submit}</SubmitButton>}
        {later && (
          <Link className="button bare push" prefetch={false} href={stepPath(later)}>
            {t('later')}
          </Link>
        )}
      </div>
    </form>
  )
}
