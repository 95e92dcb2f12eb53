'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { AnsweredForm } from '@/components/form/act-form'
import { RefusalNote } from '@/components/form/refusal-note'
import { useForm } from '@/components/form/use-form'
import { useFocusIfLost } from '@/components/ui/use-focus-if-lost'
import { cameBack, type Delivery } from '@/lib/domain/messages/delivery'
import { type FormAction, freshForm } from '@/lib/web/form-answer'
import styles from './saga.module.css'

export type SagaMessage = {
  key: string
  kind: string
  status: string
  delivery: Delivery | null
  deliveryCode: string | null
  isSettled: boolean
}

/** The messages a saga sent, what became of each, and what is left to do about one that came back. */
export function SagaMessages({ messages, settle }: { messages: readonly SagaMessage[]; settle: FormAction }) {
  const t = useTranslations('saga')
  const tk = useTranslations('message_kind')
  const [answer, send] = useForm(settle, 'settle')
  const { key: last } = answer.values
  const isDone = answer.refusals.length === 0 && answer.fault === undefined
  const settled = isDone && messages.find(({ key }) => key === last)
  const toSettle = messages.filter(({ delivery, isSettled }) => cameBack(delivery) && !isSettled)
  const isGone = !toSettle.some(({ key }) => key === last)
  const said = useFocusIfLost<HTMLDivElement>(answer)
  return (
    <section className="sheet padded" aria-labelledby="sent">
      <h2 id="sent">{t('messages')}</h2>
      {(toSettle.length > 0 || last) && (
        <div role="status" ref={said} tabIndex={-1}>
          {settled && (
            <p className="note ok set-off-small">{t('message_noted', { kind: tk(settled.kind as 'requested') })}</p>
          )}
        </div>
      )}
      {isGone && <RefusalNote refusal={answer.refusals[0]} />}
      {messages.length === 0 && <p className="soft above-2">{t('messages_none')}</p>}
      <ul className={`${styles.told} above-2`}>
        {messages.map((message) => {
          const { key, kind, status, delivery, deliveryCode, isSettled } = message
          const name = tk(kind as 'requested')
          const isOpen = toSettle.includes(message)
          return (
            <li key={key}>
              {t.rich('message_is', {
                kind: () =>
                  status === 'sent' ? <Link href={{ pathname: '/inbox', query: { message: key } }}>{name}</Link> : name,
                state: () => (
                  <span className={isOpen ? 'strong' : 'mute'}>
                    {t(`message_${delivery ?? (status as 'sent')}`)}
                    {deliveryCode && ` (${deliveryCode})`}
                    {cameBack(delivery) && isSettled && `, ${t('message_settled')}`}
                  </span>
                ),
              })}
              {isOpen && (
                <AnsweredForm
                  answer={last === key ? answer : freshForm}
                  send={send}
                  sent={{ key }}
                  submit={t('message_settle')}
                  pending={t('message_settling')}
                  label={t('message_settle_of', { kind: name })}
                  className="button compact"
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
