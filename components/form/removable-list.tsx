'use client'

import type { ReactNode } from 'react'
import { useFocusIfLost } from '@/components/ui/use-focus-if-lost'
import type { FormAction } from '@/lib/web/form-answer'
import { FaultNote } from './fault-note'
import { RefusalNote } from './refusal-note'
import { SubmitButton } from './submit-button'
import { useForm } from './use-form'

type Sent = Readonly<Record<string, string>>

type RemovableListProps<Item> = {
  /** Removes one or puts it back, as the field `intent` says: `remove`, or what `putBackIntent` calls the other. */
  action: FormAction
  putBackIntent: string
  /** Tells it from the page's other forms. */
  name: string
  items: readonly Item[]
  keyOf: (item: Item) => string
  /** What is sent of one, and which one was sent, if it says. */
  toFields: (item: Item) => Sent
  fromFields: (sent: Sent) => Item | undefined
  words: Record<'none' | 'remove' | 'removing' | 'removed' | 'putBack' | 'puttingBack', string>
  /** One as it stands in its row, as its button names it, and as it is called once it is gone. */
  row: (item: Item) => ReactNode
  spoken: (item: Item) => ReactNode
  gone: (item: Item) => ReactNode
  /** What stands under it. */
  below?: (item: Item) => ReactNode
}

/** A list from which one is removed at a press. The one that went last can be put back. */
export function RemovableList<Item>({ action, putBackIntent, name, items, words, ...list }: RemovableListProps<Item>) {
  const [answer, send] = useForm(action, name)
  const place = useFocusIfLost<HTMLDivElement>(items.length)
  const isDone = answer.refusals.length === 0 && answer.fault === undefined
  const last = isDone && answer.values.intent === 'remove' ? list.fromFields(answer.values) : undefined
  const fields = (item: Item, intent: string) =>
    Object.entries({ intent, ...list.toFields(item) }).map(([field, value]) => (
      <input key={field} type="hidden" name={field} value={value} />
    ))
  return (
    <div className="stack gap-3" ref={place} tabIndex={-1}>
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals[0]} />
      {items.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="ruled">
        {items.map((item) => (
          <li key={list.keyOf(item)}>
            <form action={send} className="row apart">
              {fields(item, 'remove')}
              {list.row(item)}
              <SubmitButton className="button compact" pending={words.removing}>
                <span aria-hidden="true">{words.remove}</span>
                <span className="visually-hidden">
                  {words.remove}: {list.spoken(item)}
                </span>
              </SubmitButton>
            </form>
            {list.below?.(item)}
          </li>
        ))}
      </ul>
      <div role="status">
        {last && (
          <form action={send} className="note waiting">
            {fields(last, putBackIntent)}
            <p className="grows">
              {words.removed} {list.gone(last)}
            </p>
            <SubmitButton className="button compact" pending={words.puttingBack}>
              {words.putBack}
            </SubmitButton>
          </form>
        )}
      </div>
    </div>
  )
}
