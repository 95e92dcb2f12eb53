'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { DoctorAct } from '@/lib/domain/appointment/doctor-may'
import type { FormAction } from '@/lib/form-answer'
import { ActForm } from './act-form'
import { AskForm } from './ask-form'
import { useFocusIfLost } from './use-focus-if-lost'

type DoctorActsProps = {
  /** Each with the id of its request, made with the page: pressing twice is once. */
  may: readonly { act: DoctorAct; requestId: string }[]
  appointmentId: string
  /** The visit's own page. */
  path: string
  actions: Record<Exclude<DoctorAct, 'move'>, FormAction>
}

/** What a doctor can do about one visit. What cannot be taken back asks first. */
export function DoctorActs({ may, appointmentId, path, actions }: DoctorActsProps) {
  const t = useTranslations('doctor_visit')
  const tc = useTranslations('calendar')
  const tm = useTranslations('change')
  const heading = useFocusIfLost<HTMLHeadingElement>(may.map(({ act }) => act).join())
  const reason = { name: 'reason', label: tc('reason'), hint: tc('reason_hint') }
  const asks = {
    decline: { label: tc('decline'), what: tc('decline_what'), submit: tc('decline_this'), words: reason },
    cancel: { label: tm('cancel'), what: t('cancel_what'), submit: tm('cancel_this'), words: reason },
    no_show: { label: t('no_show'), what: t('no_show_what'), submit: t('no_show_this'), words: undefined },
  }
  return (
    <section className="sheet pad aside" aria-labelledby="acts">
      <h2 id="acts" ref={heading} tabIndex={-1}>
        {t('acts')}
      </h2>
      {may.length === 0 && <p className="soft pt-2">{t('acts_none')}</p>}
      <div className="grid gap-3 pt-3">
        {may.map(({ act, requestId }) => {
          if (act === 'move') {
            return (
              <Link key={act} prefetch={false} className="btn wide" href={`${path}/move` as Route}>
                {tm('move')}
              </Link>
            )
          }
          const form = { action: actions[act], sent: { requestId, appointmentId } }
          if (act === 'confirm') {
            const className = 'btn pen wide'
            return (
              <ActForm key={act} {...form} submit={tc('confirm')} pending={tc('confirming')} className={className} />
            )
          }
          const { label, what, submit, words } = asks[act]
          return (
            <AskForm
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
      </div>
    </section>
  )
}
