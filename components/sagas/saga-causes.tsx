'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BulkAction } from '@/lib/web/form-answer'
import { type BulkAsk, BulkDialog } from './bulk-dialog'
import { CauseCard, type ShownCause } from './cause-card'
import styles from './sagas.module.css'
import type { SeenSaga } from './use-bulk-run'

type SagaCausesProps = {
  causes: readonly ShownCause[]
  seenAt: string
  action: BulkAction
  listAll: (params: Record<string, string>, seenAt: string) => Promise<readonly SeenSaga[]>
}

/** Why sagas stand still, grouped by cause in plain words, each with the act that cures it. */
export function SagaCauses({ causes, seenAt, action, listAll }: SagaCausesProps) {
  const t = useTranslations('causes')
  const router = useRouter()
  // Kept here: a group that was tried again is gone, and its outcome is still to be read.
  const [ask, setAsk] = useState<BulkAsk>()
  const end = (isDone: boolean) => {
    setAsk(undefined)
    if (isDone) router.refresh()
  }
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
      {ask && <BulkDialog ask={ask} action={action} onClose={end} />}
    </>
  )
}
