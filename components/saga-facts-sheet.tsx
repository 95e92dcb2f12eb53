import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SagaFacts } from './saga-state'

type Shown = SagaFacts & {
  sagaId: string
  turn: number
  messages: readonly { key: string; kind: string; status: string }[]
}

/** The messages a saga sent, and its facts. */
export function SagaFactsSheet({ saga, patientPage }: { saga: Shown; patientPage: string }) {
  const t = useTranslations('saga')
  const tk = useTranslations('message_kind')
  const ty = useTranslations('saga_type')
  return (
    <>
      <section className="sheet pad" aria-labelledby="sent">
        <h2 id="sent">{t('messages')}</h2>
        {saga.messages.length === 0 && <p className="soft pt-2">{t('messages_none')}</p>}
        <ul className="pt-2">
          {saga.messages.map(({ key, kind, status }) => (
            <li key={key}>
              {status === 'sent' ? (
                <Link href={{ pathname: '/inbox', query: { message: key } }}>{tk(kind as 'requested')}</Link>
              ) : (
                tk(kind as 'requested')
              )}{' '}
              <span className="mute">{t(status === 'sent' ? 'message_sent' : 'message_stored')}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="sheet pad" aria-labelledby="facts">
        <h2 id="facts">{t('facts')}</h2>
        <dl className="kv pt-2">
          <dt>{t('type')}</dt>
          <dd>{ty(saga.type as 'appointment-created')}</dd>
          <dt>{t('status')}</dt>
          <dd>{saga.status}</dd>
          <dt>{t('turn')}</dt>
          <dd>{saga.turn}</dd>
          <dt>{t('id')}</dt>
          <dd className="id">{saga.sagaId}</dd>
        </dl>
        <p className="pt-3">
          <Link href={patientPage as Route}>{t('patient_page')}</Link>
        </p>
      </section>
    </>
  )
}
