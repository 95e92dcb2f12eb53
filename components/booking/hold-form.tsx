'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, type FormEvent, startTransition, useActionState, useState } from 'react'
import { Time } from '@/components/ui/time'
import type { HoldAction } from '@/lib/web/form-answer'
import { chooseHour } from './chosen-hour'
import { holdKey, notHeld } from './hold-key'
import styles from './holding.module.css'
import { ownProof } from './own-proof'

type HoldFormProps = Omit<ComponentProps<'form'>, 'action' | 'onSubmit'> & {
  action: HoldAction
  /** Made with the page: whoever has it owns what is held. */
  proof: string
}

/**
 * Hours that are kept at a press; `children` are its buttons, each with the address of its own page as `formAction`:
 * there a browser without JavaScript sends the form, and is answered by that page. With JavaScript the proof is the tab's,
 * and it is said that the hour is being kept, for as long as that takes.
 */
export function HoldForm({ action, proof, children, ...form }: HoldFormProps) {
  const t = useTranslations('hold')
  const [, send, isPending] = useActionState(action, notHeld, holdKey)
  const [asked, setAsked] = useState('')
  const choose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const data = new FormData(event.currentTarget)
    if (submitter instanceof HTMLButtonElement && submitter.name) data.set(submitter.name, submitter.value)
    data.set('proof', ownProof(proof))
    chooseHour(String(data.get('slot')))
    setAsked(String(data.get('slot')))
    startTransition(() => send(data))
  }
  return (
    <form action={send} onSubmit={choose} {...form}>
      <input type="hidden" name="proof" value={proof} />
      {children}
      <p className={styles.holding} aria-live="polite">
        {isPending && asked && t.rich('holding', { time: () => <Time at={asked} form="clock" /> })}
      </p>
    </form>
  )
}
