import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SagaFacts } from './saga-state'

type Shown = SagaFacts & { sagaId: string; turn: number }

/** What a saga is. */
export function SagaFactsSheet({ saga, patientPage }: { saga: Shown; patientPage: string }) {
  const t = useTranslations('saga')
  const ty = useTranslations('saga_type')
  return (
    <section className="sheet pad" aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <dl className="kv pt-2">
        <dt>{t('type')}</dt>
        <dd>{ty(saga.type as 'appointment-created')}</dd>
        <dt>{t('status')}</dt>
        <dd>{saga.status}</dd>
        <dt>{t('turn')}</dt>
        <dd>{saga.turn}</dd>
        <dt>{t('id')}</dt>
        <dd className="id">{saga.sagaId}</dd>
      </dl>
      <p className="pt-3">
        <Link href={patientPage as Route}>{t('patient_page')}</Link>
      </p>
    </section>
  )
}
