'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { StartAction } from '@/lib/web/form-answer'
import { type BulkAsk, BulkDialog, type SeenSaga } from './bulk-dialog'
import { CauseCard, type ShownCause } from './cause-card'
import styles from './sagas.module.css'

type SagaCausesProps = {
  causes: readonly ShownCause[]
  seenAt: string
  action: StartAction
  listAll: (params: Record<string, string>, seenAt: string) => Promise<readonly SeenSaga[]>
}

/** Why sagas stand still, grouped by cause in plain words, each with the act that cures it. */
export function SagaCauses({ causes, seenAt, action, listAll }: SagaCausesProps) {
  const t = useTranslations('causes')
  // Kept here: a group that is tried again meanwhile is gone, and its question with it.
  const [ask, setAsk] = useState<BulkAsk>()
  return (
    <>
      {causes.length > 0 && (
        <section aria-labelledby="why">
          <h2 id="why" className="visually-hidden">
            {t('title')}
          </h2>
          <div className={`sheet ${styles.causes}`}>
            {causes.map((cause) => (
              <CauseCard
                key={cause.param}
                cause={cause}
                onRetry={() =>
                  setAsk({
                    operation: 'retry',
                    count: cause.count,
                    load: () => listAll({ cause: cause.param }, seenAt),
                  })
                }
              />
            ))}
          </div>
        </section>
      )}
      {ask && <BulkDialog ask={ask} action={action} onClose={() => setAsk(undefined)} />}
    </>
  )
}
