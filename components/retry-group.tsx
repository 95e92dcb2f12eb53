'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BulkAction } from '@/lib/form-answer'
import { type BulkAsk, BulkDialog } from './bulk-dialog'
import type { SeenSaga } from './use-bulk-run'

type RetryGroupProps = {
  /** The group as its address names it, and in words. */
  cause: string
  what: string
  count: number
  /** When the group was read (ISO instant): what has changed since is left alone. */
  seenAt: string
  action: BulkAction
  listAll: (params: Record<string, string>, seenAt: string) => Promise<readonly SeenSaga[]>
}

/** Tries a whole group again, after naming how many. Without JavaScript it opens the list of them. */
export function RetryGroup({ cause, what, count, seenAt, action, listAll }: RetryGroupProps) {
  const t = useTranslations('causes')
  const router = useRouter()
  const [ask, setAsk] = useState<BulkAsk>()
  return (
    <>
      <form
        action="/sagas"
        onSubmit={(event) => {
          event.preventDefault()
          setAsk({ operation: 'retry', count, load: () => listAll({ cause }, seenAt) })
        }}
      >
        <input type="hidden" name="cause" value={cause} />
        <button type="submit" className="btn s bare">
          {t('retry', { count })}
          <span className="vh">: {what}</span>
        </button>
      </form>
      {ask && (
        <BulkDialog
          ask={ask}
          action={action}
          onClose={(isDone) => {
            setAsk(undefined)
            if (isDone) router.refresh()
          }}
        />
      )}
    </>
  )
}
