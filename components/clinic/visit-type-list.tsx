'use client'

import { ArrowDown, ArrowUp, CircleCheck, CircleDashed } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { RefusalNote } from '@/components/form/refusal-note'
import { useForm } from '@/components/form/use-form'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'
import type { FormAction } from '@/lib/web/form-answer'
import styles from './clinic.module.css'

type Kept = VisitType & { isOffered: boolean; isBooked: boolean }
type VisitTypeListProps = { action: FormAction; doctor: string; types: readonly Kept[] }

/** What a doctor can be visited for, in the order patients see it. */
export function VisitTypeList({ action, doctor, types }: VisitTypeListProps) {
  const t = useTranslations('clinic')
  const locale = useLocale()
  const [answer, send] = useForm(action, 'visit_types')
  const usual = types.find(({ isOffered }) => isOffered)
  return (
    <section className="sheet" aria-labelledby="types">
      <h2 id="types" className="padded">
        {t('types')}
      </h2>
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals[0]} />
      {types.length === 0 && <p className={`soft ${styles.empty}`}>{t('types_none')}</p>}
      <ul className={styles.kept}>
        {types.map((type, index) => {
          const name = type.name[locale]
          const button = (change: string, label: string, children: React.ReactNode = label, isIdle = false) => (
            <button
              type="submit"
              className={`button compact${children === label ? '' : ' square'}`}
              name="change"
              value={change}
              aria-disabled={isIdle}
              aria-label={`${label}: ${name}`}
            >
              {children}
            </button>
          )
          return (
            <li key={type.id}>
              <div className="shrinks">
                <p>
                  <Link
                    prefetch={false}
                    className="strong"
                    href={`/clinic/people/${doctor}?type=${type.id}#type` as Route}
                  >
                    {name}
                  </Link>{' '}
                  <span className="mute">{locale === 'fr' ? type.name.en : type.name.fr}</span>
                </p>
                <p className="small soft">
                  {t('minutes_of', lengthOf(type))} · {t(type.autoConfirm ? 'at_once' : 'by_doctor')}
                </p>
                <p className="above-1">
                  {!type.isOffered && (
                    <span className="state waiting">
                      <CircleDashed className="icon" aria-hidden="true" />
                      {t('not_offered')}
                    </span>
                  )}
                  {type === usual && (
                    <span className="state ok">
                      <CircleCheck className="icon" aria-hidden="true" />
                      {t('usual')}
                    </span>
                  )}
                </p>
              </div>
              <form action={send} className="row">
                <input type="hidden" name="doctor" value={doctor} />
                <input type="hidden" name="id" value={type.id} />
                {button('sooner', t('sooner'), <ArrowUp className="icon" aria-hidden="true" />, index === 0)}
                {button(
                  'later',
                  t('later'),
                  <ArrowDown className="icon" aria-hidden="true" />,
                  index === types.length - 1,
                )}
                {type.isOffered ? button('withdraw', t('withdraw')) : button('offer', t('offer'))}
                {!type.isOffered && !type.isBooked && button('remove', t('remove'))}
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function lengthOf({ minutes, beforeMinutes, afterMinutes }: Kept) {
  return { minutes, beforeMinutes, afterMinutes }
}
