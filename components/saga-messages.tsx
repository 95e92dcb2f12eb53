import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cameBack, type Delivery } from '@/lib/domain/messages/delivery'
import type { FormAction } from '@/lib/form-answer'
import { ActForm } from './act-form'

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
  return (
    <section className="sheet pad" aria-labelledby="sent">
      <h2 id="sent">{t('messages')}</h2>
      {messages.length === 0 && <p className="soft pt-2">{t('messages_none')}</p>}
      <ul className="told pt-2">
        {messages.map((message) => {
          const { key, kind, status, delivery, deliveryCode, isSettled } = message
          const isBack = cameBack(delivery)
          return (
            <li key={key}>
              {status === 'sent' ? (
                <Link href={{ pathname: '/inbox', query: { message: key } }}>{tk(kind as 'requested')}</Link>
              ) : (
                tk(kind as 'requested')
              )}{' '}
              <span className={isBack && !isSettled ? 'strong' : 'mute'}>
                {t(delivery ? `message_${delivery}` : status === 'sent' ? 'message_sent' : 'message_stored')}
                {deliveryCode && ` (${deliveryCode})`}
                {isBack && isSettled && `, ${t('message_settled')}`}
              </span>
              {isBack && !isSettled && (
                <ActForm
                  action={settle}
                  sent={{ key }}
                  submit={t('message_settle')}
                  pending={t('message_settling')}
                  label={`${t('message_settle')}: ${tk(kind as 'requested')}`}
                  className="btn s"
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
