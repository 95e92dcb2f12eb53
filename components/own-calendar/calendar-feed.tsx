'use client'

import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { AnsweredForm } from '@/components/form/act-form'
import { Disclosure } from '@/components/form/disclosure'
import { useForm } from '@/components/form/use-form'
import { Time } from '@/components/ui/time'
import { useFocusIfLost } from '@/components/ui/use-focus-if-lost'
import type { FormAction } from '@/lib/web/form-answer'
import { CopyField } from './copy-field'

type CalendarFeedProps = {
  action: FormAction
  /** Since when there is an address (ISO instant); null when there is none. */
  since: string | null
}

/** The address under which a doctor's visits can be read: made, shown once, replaced, closed. */
export function CalendarFeed({ action, since }: CalendarFeedProps) {
  const t = useTranslations('own_calendar')
  const [answer, send] = useForm(action, 'feed')
  const place = useFocusIfLost<HTMLDivElement>(since)
  const { given, intent } = answer.values
  const isClosed = intent === 'revoke' && since === null && answer.refusals.length === 0 && !answer.fault
  const making = { sent: { intent: 'make' }, pending: t('feed_making'), answer, send }
  return (
    <div className="stack gap-4" ref={place} tabIndex={-1}>
      <div role="status">
        {given && since && (
          <div className="note ok">
            <KeyRound className="icon" aria-hidden="true" />
            <div className="stack gap-2 shrinks grows">
              <p className="strong">{t('feed_given')}</p>
              <CopyField key={given} label={t('feed_address')} text={given} />
              <p className="small">
                <a href={given.replace(/^https?:/, 'webcal:')}>{t('feed_open')}</a>
              </p>
            </div>
          </div>
        )}
        {isClosed && <p>{t('feed_closed')}</p>}
      </div>
      {since === null ? (
        <AnsweredForm {...making} className="button" submit={t('feed_make')} />
      ) : (
        <>
          {!given && <p className="small">{t.rich('feed_since', { when: () => <Time at={since} form="short" /> })}</p>}
          <Disclosure key={`renew-${since}`} label={t('feed_renew')}>
            <p className="small soft">{t('feed_renew_what')}</p>
            <AnsweredForm {...making} className="button" submit={t('feed_do_renew')} />
          </Disclosure>
          <Disclosure key={`revoke-${since}`} label={t('feed_revoke')}>
            <p className="small soft">{t('feed_revoke_what')}</p>
            <AnsweredForm
              {...making}
              sent={{ intent: 'revoke' }}
              className="button"
              submit={t('feed_do_revoke')}
              pending={t('feed_revoking')}
            />
          </Disclosure>
        </>
      )}
    </div>
  )
}
