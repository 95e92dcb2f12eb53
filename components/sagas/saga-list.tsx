'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useRef, useState } from 'react'
import { RefusalNote } from '@/components/form/refusal-note'
import type { StartAction } from '@/lib/web/form-answer'
import { BulkBar } from './bulk-bar'
import { type BulkAsk, BulkDialog, type BulkOperation, type SeenSaga } from './bulk-dialog'
import type { SagaTableRow } from './saga-row'
import { type Choice, SagaTable, type SagaView } from './saga-table'
import styles from './sagas.module.css'
import { useRowKeys } from './use-row-keys'
import { useSteadyRows } from './use-steady-rows'

type SagaListProps = {
  rows: SagaTableRow[]
  /** How many there are in all, on every page. */
  total: number
  /** The address of this list without its page: what all of it is found by again. */
  view: SagaView
  /** The page of it, and when it was read (ISO instant). */
  page: string
  seenAt: string
  requestId: string
  action: StartAction
  listAll: (params: Record<string, string>, seenAt: string) => Promise<readonly SeenSaga[]>
  /** What the list is narrowed by. */
  tools: ReactNode
  /** What stands in the place of rows when there are none. */
  children: ReactNode
}

/**
 * The sagas of a page: they keep their places while they change, are chosen by hand or by key, and acted on together.
 */
export function SagaList(props: SagaListProps) {
  const { rows, total, view, page, seenAt, requestId, action, listAll, tools, children } = props
  const { params } = view
  const t = useTranslations('sagas')
  const steady = useSteadyRows(rows, JSON.stringify([params, page]))
  const [choice, setChoice] = useState<Choice>({})
  const [isAll, setAll] = useState(false)
  const [ask, setAsk] = useState<BulkAsk>()
  const [answer, send] = useActionState(action, { runId: null, refusal: null })
  const table = useRef<HTMLFormElement>(null)
  useRowKeys(table)

  const chosen = steady.shown.filter(({ sagaId }) => choice[sagaId])
  const choose = (change: (before: Choice) => Choice) => {
    setAll(false)
    setChoice(change)
  }
  const begin = (operation: BulkOperation) => {
    const count = isAll ? total : chosen.length
    const load = () => (isAll ? listAll(params, seenAt) : Promise.resolve(chosen))
    if (count > 0) setAsk({ operation, count, load })
  }
  return (
    <>
      <div className={styles.listBar}>
        {tools}
        <span role="status">
          {steady.waiting + steady.gone > 0 && (
            <button type="button" className="button compact" onClick={steady.showAll}>
              {t('fresh', { waiting: steady.waiting, gone: steady.gone })}
            </button>
          )}
        </span>
      </div>
      <RefusalNote refusal={answer.refusal ?? undefined} />
      {steady.shown.length === 0 ? (
        children
      ) : (
        <form
          className="sheet"
          ref={table}
          action={send}
          onSubmit={(event) => {
            event.preventDefault()
            const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
            if (button) begin(button.value as BulkOperation)
          }}
        >
          <input type="hidden" name="requestId" value={requestId} />
          <SagaTable
            rows={steady.shown}
            choice={choice}
            onChoose={choose}
            isGone={steady.isGone}
            hasChanged={steady.hasChanged}
            view={view}
          />
          <BulkBar
            count={isAll ? total : chosen.length}
            more={!isAll && chosen.length === steady.shown.length && total > chosen.length ? total : null}
            onAll={() => setAll(true)}
            onClear={() => choose(() => ({}))}
          />
        </form>
      )}
      {ask && <BulkDialog ask={ask} action={action} onClose={() => setAsk(undefined)} />}
    </>
  )
}
