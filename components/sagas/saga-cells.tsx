import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { Ago } from '@/components/live/ago'
import { useSagaWords } from '@/components/ui/saga-words'
import { Time } from '@/components/ui/time'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { clock } from '@/lib/views/wording'
import type { SagaTableRow } from './saga-row'

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

/** How it failed, unless all of the list failed so; and when it is tried again. */
export function WhyCell({ row }: { row: SagaTableRow }) {
  const t = useTranslations('sagas')
  const words = useSagaWords()
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const isWaiting = row.nextAt && !row.needsAttention
  const why = row.failure && !row.isCauseKnown ? words.failure(row.failure) : ''
  return (
    <span title={why}>
      {why}
      {isWaiting && <span className="sub">{t('next_try', { time: clock(row.nextAt ?? '', place) })}</span>}
    </span>
  )
}

/** How long it stands as it does. */
export function SinceCell({ row }: { row: SagaTableRow }) {
  return <Ago at={row.updatedAt} now={row.seenAt} />
}
