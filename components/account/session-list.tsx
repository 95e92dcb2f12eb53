'use client'

import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useForm } from '@/components/form/use-form'
import { Time } from '@/components/ui/time'
import { type FormAction, freshForm, wasSentBack } from '@/lib/web/form-answer'

type SessionListProps = {
  action: FormAction
  sessions: readonly { id: string; since: string }[]
  /** The one of this browser. */
  own: string
}

/** Where one is signed in, and how to be so nowhere else. */
export function SessionList({ action, sessions, own }: SessionListProps) {
  const t = useTranslations('account')
  const [answer, send, named] = useForm(action, 'other_sessions')
  const others = sessions.filter(({ id }) => id !== own)
  return (
    <>
      <ul className="stack gap-2">
        {sessions.map(({ id, since }) => (
          <li key={id}>
            {t.rich('since', { when: () => <Time at={since} form="sentence" /> })}{' '}
            {id === own && <strong>({t('here')})</strong>}
          </li>
        ))}
      </ul>
      <form action={send} className="row">
        {named}
        <FaultNote reference={answer.fault} />
        {others.length > 0 && (
          <SubmitButton className="button" pending={t('ending')}>
            {t('end_others')}
          </SubmitButton>
        )}
        <p role="status" className="small">
          {answer !== freshForm && !wasSentBack(answer) ? t('ended') : others.length === 0 && t('only_here')}
        </p>
      </form>
    </>
  )
}
