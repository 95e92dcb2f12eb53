import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { StaffAct } from '@/lib/domain/appointment/staff-may'
import type { FormAction } from '@/lib/web/form-answer'
import { ConfirmForm } from './confirm-form'

type StaffActsProps = {
  may: readonly StaffAct[]
  /** The visit, and the request's id: pressing twice is once. */
  sent: { requestId: string; appointmentId: string }
  /** The visit's own page. */
  path: string
  cancel: FormAction
}

/** What the front desk can do about one visit, for whoever is on the phone. */
export function StaffActs({ may, sent, path, cancel }: StaffActsProps) {
  const t = useTranslations('doctor_visit')
  const tc = useTranslations('calendar')
  const tm = useTranslations('change')
  return (
    <section className="sheet padded aside" aria-labelledby="acts">
      <h2 id="acts">{t('acts')}</h2>
      {may.length === 0 && <p className="soft above-2">{t('acts_none')}</p>}
      <div className="stack gap-3 above-3">
        {may.includes('move') && (
          <Link prefetch={false} className="button wide" href={`${path}/move` as Route}>
            {tm('move')}
          </Link>
        )}
        {may.includes('cancel') && (
          <ConfirmForm
            action={cancel}
            sent={sent}
            ask={tm('cancel')}
            what={t('cancel_what')}
            submit={tm('cancel_this')}
            pending={t('recording')}
            words={{ name: 'reason', label: tc('reason'), hint: tc('reason_hint') }}
          />
        )}
      </div>
    </section>
  )
}
