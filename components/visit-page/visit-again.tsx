'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { NearestSlots } from '@/components/form/nearest-slots'
import { RefusalNote } from '@/components/form/refusal-note'
import { useForm } from '@/components/form/use-form'
import type { Slot } from '@/lib/domain/schedule/slot'
import type { FormAction } from '@/lib/web/form-answer'
import { CallButton } from './call-button'

type VisitAgainProps = {
  action: FormAction
  /** Made with the page: pressing twice is once. */
  requestId: string
  token: string
  doctor: { slug: string }
  nearest: readonly Slot[]
  phone: string
  /** Whether such a visit is confirmed without asking the doctor. */
  isAtOnce: boolean
}

/** What to do when a visit will not take place: another hour of the same doctor, requested at a press. */
export function VisitAgain({ action, requestId, token, doctor, nearest, phone, isAtOnce }: VisitAgainProps) {
  const t = useTranslations('status')
  const [answer, send] = useForm(action, 'again')
  const [refusal] = answer.refusals
  return (
    <section className="sheet padded not-printed" aria-labelledby="again">
      <h2 id="again">{t('again')}</h2>
      {nearest.length === 0 && <p className="soft above-2">{t('again_none', { phone })}</p>}
      {nearest.length > 0 && (
        <form action={send} className="stack gap-2">
          <input type="hidden" name="requestId" value={requestId} />
          <input type="hidden" name="token" value={token} />
          <FaultNote reference={answer.fault} />
          <RefusalNote refusal={refusal} field="slot" />
          {!refusal && (
            <NearestSlots field="slot" hint={t(isAtOnce ? 'again_kept_at_once' : 'again_kept')} slots={nearest} />
          )}
        </form>
      )}
      <div className="row fill above-4">
        <CallButton phone={phone} />
        <Link prefetch={false} className="button" href={`/doctors/${doctor.slug}`}>
          {t('see_all')}
        </Link>
      </div>
    </section>
  )
}
