import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { SagaState } from '@/components/ui/saga-state'
import { doctorName } from '@/lib/domain/people/doctor-name'
import type { Saga } from '@/lib/domain/saga/saga'
import { dayAndClock } from '@/lib/views/wording'
import { useSagaTitle } from './saga-title'

type SagaHeadingProps = {
  saga: Saga
  visit: { patientName: string; startsAt: string }
  doctor: { name: string; form: 'Dre' | 'Dr' }
  /** Whether a message of it came back and nobody has called yet. */
  isUnheard: boolean
}

/** Cause and outcome in a sentence. */
export function SagaHeading({ saga, visit, doctor, isUnheard }: SagaHeadingProps) {
  const t = useTranslations('saga')
  const title = useSagaTitle(saga, isUnheard)
  const locale = useLocale()
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  const isBoth = saga.outcome === 'undone' && saga.needsAttention
  return (
    <div className="below-5">
      <p className="row below-2">
        {isBoth && <SagaState saga={{ ...saga, needsAttention: false }} />}
        <SagaState saga={saga} />
      </p>
      <h1>{title}</h1>
      <p className="soft above-1">
        {t('visit', {
          patient: visit.patientName,
          doctor: doctorName(doctor, locale),
          when: dayAndClock(visit.startsAt, place),
        })}
      </p>
    </div>
  )
}
