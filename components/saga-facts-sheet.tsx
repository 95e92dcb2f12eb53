import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SagaFacts } from './saga-state'
import { useSagaWords } from './saga-words'

type Shown = SagaFacts & {
  sagaId: string
  type: string
  turn: number
  attempts: readonly { step: string; outcome: string | null }[]
  messages: readonly { key: string; kind: string; status: string }[]
}

/** What remains first; then the messages it sent, and its facts. */
export function SagaFactsSheet({ saga, patientPage }: { saga: Shown; patientPage: string }) {
  const t = useTranslations('saga')
  const tk = useTranslations('message_kind')
  const ty = useTranslations('saga_type')
  return (
    <div className="aside grid gap-4">
      <section className="sheet pad" aria-labelledby="remains">
        <h2 id="remains">{t('remains')}</h2>
        <p className="pt-2">
          <Remains saga={saga} />
        </p>
      </section>
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
    </div>
  )
}

function Remains({ saga }: { saga: Shown }) {
  const t = useTranslations('saga')
  const words = useSagaWords()
  const refused = saga.attempts.filter(({ outcome }) => outcome === 'refused').at(-1)
  if (saga.needsAttention && refused) {
    return saga.outcome === 'undone' ? t('remains_tell') : t('remains_undo', { step: words.step(refused.step) })
  }
  const isOver = saga.status === 'COMPLETED' || saga.status === 'FAILED'
  return t(isOver ? 'remains_none' : 'remains_itself')
}
