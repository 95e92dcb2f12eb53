import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SagaFacts } from '@/components/ui/saga-state'
import styles from './saga.module.css'

type Shown = SagaFacts & { sagaId: string; turn: number }

/** What a saga is. */
export function SagaFactsSheet({ saga, visitPage }: { saga: Shown; visitPage: Route }) {
  const t = useTranslations('saga')
  const ty = useTranslations('saga_type')
  return (
    <section className="sheet padded" aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <dl className="key-facts above-2">
        <dt>{t('type')}</dt>
        <dd>{ty(saga.type as 'appointment-created')}</dd>
        <dt>{t('status')}</dt>
        <dd>{saga.status}</dd>
        <dt>{t('turn')}</dt>
        <dd>{saga.turn}</dd>
        <dt>{t('id')}</dt>
        <dd className={styles.id}>{saga.sagaId}</dd>
      </dl>
      <p className="above-3">
        <Link href={visitPage}>{t('visit_page')}</Link>
      </p>
    </section>
  )
}
