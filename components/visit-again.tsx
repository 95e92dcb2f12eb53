'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { FaultNote } from './fault-note'
import { NearestSlots } from './nearest-slots'
import { RefusalNote } from './refusal-note'

type VisitAgainProps = {
  action: FormAction
  /** Made with the page: pressing twice is once. */
  requestId: string
  token: string
  doctor: { slug: string }
  nearest: readonly Slot[]
  phone: string
}

/** What to do when a visit will not take place: another hour of the same doctor, requested at a press. */
export function VisitAgain({ action, requestId, token, doctor, nearest, phone }: VisitAgainProps) {
  const t = useTranslations('status')
  const [answer, send] = useActionState(action, freshForm)
  const [refusal] = answer.refusals
  return (
    <section className="sheet pad" aria-labelledby="again">
      <h2 id="again">{t('again')}</h2>
      {nearest.length === 0 && <p className="soft pt-2">{t('again_none', { phone })}</p>}
      {nearest.length > 0 && (
        <form action={send} className="grid gap-2">
          <input type="hidden" name="requestId" value={requestId} />
          <input type="hidden" name="token" value={token} />
          <FaultNote reference={answer.fault} />
          <RefusalNote refusal={refusal} field="slot" />
          {!refusal && <NearestSlots field="slot" hint={t('again_kept')} slots={nearest} />}
        </form>
      )}
      <p className="small pt-4">
        <Link prefetch={false} href={`/doctors/${doctor.slug}`}>
          {t('see_all')}
        </Link>
      </p>
    </section>
  )
}
