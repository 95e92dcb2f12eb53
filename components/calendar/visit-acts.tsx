'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import { useFocusIfLost } from '@/components/ui/use-focus-if-lost'
import type { VisitAct } from '@/lib/domain/appointment/acts-on'
import type { FormAction } from '@/lib/web/form-answer'
import { CannedReasons } from './canned-reasons'
import { ConfirmForm } from './confirm-form'

type VisitActsProps = {
  /** Each with the id of its request, made with the page: pressing twice is once. */
  may: readonly { act: VisitAct; requestId: string }[]
  appointmentId: string
  /** The visit's own page. */
  path: string
  /** Where the same patient is given another appointment. */
  again: Route
  actions: Record<Exclude<VisitAct, 'move'>, FormAction>
}

/** What its doctor or the desk can do about one visit. What cannot be taken back asks first. */
export function VisitActs({ may, appointmentId, path, again, actions }: VisitActsProps) {
  const t = useTranslations('doctor_visit')
  const tc = useTranslations('calendar')
  const tm = useTranslations('change')
  const tb = useTranslations('book_for')
  const heading = useFocusIfLost<HTMLHeadingElement>(may.map(({ act }) => act).join())
  const reason = { name: 'reason', label: tc('reason'), hint: tc('reason_hint'), before: <CannedReasons /> }
  const asks = {
    decline: { label: tc('decline'), what: tc('decline_what'), submit: tc('decline_this'), words: reason },
    cancel: { label: tm('cancel'), what: t('cancel_what'), submit: tm('cancel_this'), words: reason },
    no_show: { label: t('no_show'), what: t('no_show_what'), submit: t('no_show_this'), words: undefined },
  }
  return (
    <section className="sheet padded aside" aria-labelledby="acts">
      <h2 id="acts" ref={heading} tabIndex={-1}>
        {t('acts')}
      </h2>
      {may.length === 0 && <p className="soft above-2">{t('acts_none')}</p>}
      <div className="stack gap-3 above-3">
        {may.map(({ act, requestId }) => {
          if (act === 'move') {
            return (
              <Link key={act} prefetch={false} className="button wide" href={`${path}/move` as Route}>
                {tm('move')}
              </Link>
            )
          }
          const sent = { requestId, appointmentId, ...(act === 'no_show' && { fact: act }) }
          const form = { action: actions[act], sent }
          if (act === 'confirm') {
            const className = 'button pen wide'
            return (
              <ActForm key={act} {...form} submit={tc('confirm')} pending={tc('confirming')} className={className} />
            )
          }
          const { label, what, submit, words } = asks[act]
          return (
            <ConfirmForm
              key={act}
              {...form}
              ask={label}
              what={what}
              submit={submit}
              pending={t('recording')}
              {...(words && { words })}
            />
          )
        })}
        <Link prefetch={false} className="button bare wide" href={again}>
          {tb('again')}
        </Link>
      </div>
    </section>
  )
}
