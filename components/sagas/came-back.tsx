import { MailX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { Channel, PatientMessageKind } from '@/lib/domain/messages/channels'
import type { Return } from '@/lib/domain/messages/delivery'
import styles from './sagas.module.css'

type ShownMessage = {
  key: string
  sagaId: string
  channel: Channel
  kind: string
  role: 'patient' | 'doctor'
  delivery: Return
  at: string
  patientName: string
  startsAt: string
}

/** What did not reach its reader, about visits to come: somebody should call. Nothing when all arrived. */
export function CameBack({ messages }: { messages: readonly ShownMessage[] }) {
  const t = useTranslations('came_back')
  const tk = useTranslations('message_kind')
  if (messages.length === 0) return null
  return (
    <section className={`sheet ${styles.cameBack} attention`} aria-labelledby="came-back">
      <details open={messages.length === 1}>
        <summary>
          <h2 id="came-back">
            <MailX className="icon" aria-hidden="true" /> {t('title', { count: messages.length })}
          </h2>
        </summary>
        <ul>
          {messages.map(({ key, sagaId, kind, role, delivery, at, patientName, startsAt }) => (
            <li key={key}>
              <Link prefetch={false} href={`/sagas/${sagaId}`}>
                {t(role, { patient: patientName })}, <Time at={startsAt} form="short" />
              </Link>{' '}
              <span className="soft small">
                {t.rich('what', {
                  kind: tk(kind as PatientMessageKind),
                  delivery: t(delivery),
                  when: () => <Time at={at} form="short" />,
                })}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
