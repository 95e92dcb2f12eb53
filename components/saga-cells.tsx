import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { clock } from '@/lib/domain/schedule/wording'
import type { SagaTableRow } from './saga-row'
import { useSagaWords } from './saga-words'
import { Time } from './time'

/** Whose visit it is, and when; the link opens the saga. */
export function VisitCell({ row }: { row: SagaTableRow }) {
  const t = useTranslations('sagas')
  const locale = useLocale()
  const { patientName, startsAt } = row.visit
  return (
    <>
      <Link
        prefetch={false}
        className="cover"
        href={`/sagas/${row.sagaId}`}
        aria-label={t('open', { patient: patientName })}
      >
        {patientName}
      </Link>
      <span className="sub">
        {row.doctor && `${doctorName(row.doctor, locale)} · `}
        <Time at={startsAt} form="short" />
      </span>
    </>
  )
}

/** The step that is due, or at which it gave up. */
export function StepCell({ row }: { row: SagaTableRow }) {
  const t = useTranslations('saga_type')
  const words = useSagaWords()
  return (
    <>
      {row.step ? words.step(row.step) : '–'}
      <span className="sub">{t(row.type as 'appointment-created')}</span>
    </>
  )
}

/** How it failed, and when it is tried again. */
export function WhyCell({ row }: { row: SagaTableRow }) {
  const t = useTranslations('sagas')
  const words = useSagaWords()
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const isWaiting = row.nextAt && !row.needsAttention
  return (
    <>
      {row.failure && words.failure(row.failure)}
      {isWaiting && <span className="sub">{t('next_try', { time: clock(row.nextAt ?? '', place) })}</span>}
    </>
  )
}
