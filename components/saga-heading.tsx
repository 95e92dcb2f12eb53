import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { clock, dayAndClock } from '@/lib/domain/schedule/wording'
import { type SagaFacts, SagaState, sagaState } from './saga-state'
import { type ShownFailure, useSagaWords } from './saga-words'

type SagaHeadingProps = {
  saga: SagaFacts & {
    step: string | null
    failure: ShownFailure | null
    visit: { patientName: string; startsAt: string }
  }
  doctor: { name: string; form: 'Dre' | 'Dr' }
}

/** Cause and outcome in a sentence. */
export function SagaHeading({ saga, doctor }: SagaHeadingProps) {
  const t = useTranslations('saga')
  const words = useSagaWords()
  const locale = useLocale()
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  const why = saga.failure ? words.failure(saga.failure) : ''
  const step = saga.step ? words.step(saga.step) : ''
  const sentence = () => {
    if (saga.outcome === 'undone') return t('title_undone', { why })
    if (saga.status === 'FAILED') return t('title_failed', { why })
    if (saga.status === 'COMPENSATING') return t('title_undoing', { why })
    const state = sagaState(saga)
    if (state === 'superseded') return t('title_superseded')
    if (state === 'retrying' && saga.nextAt) return t('title_retrying', { time: clock(saga.nextAt, place), step })
    return state === 'running' ? t('title_running', { step }) : t('title_done')
  }
  return (
    <div className="pb-5">
      <p className="row pb-2">
        {saga.outcome === 'undone' && <SagaState saga={{ ...saga, needsAttention: false }} />}
        {(saga.outcome !== 'undone' || saga.needsAttention) && <SagaState saga={saga} />}
      </p>
      <h1>{sentence()}</h1>
      <p className="soft pt-1">
        {t('visit', {
          patient: saga.visit.patientName,
          doctor: doctorName(doctor, locale),
          when: dayAndClock(saga.visit.startsAt, place),
        })}
      </p>
    </div>
  )
}
