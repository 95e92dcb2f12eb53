import { freshRun, type PortionsRun, usePortions } from '@/components/form/use-portions'
import type { BulkAction, BulkAnswer } from '@/lib/web/form-answer'

export type BulkOperation = 'retry' | 'compensate' | 'resolve'
export type SeenSaga = { sagaId: string; version: number }

/** How a long work stands, and to how many sagas it was done, how many had changed or could not. */
export type BulkRun = PortionsRun<NonNullable<BulkAnswer['outcome']>>

const none = { done: 0, changed: 0, refused: 0 }
/** Nothing was begun. */
export const noRun: BulkRun = freshRun(none)
/** So many go in one request: an answer comes every second or so. */
const portion = 20

/** Does the same with many sagas, a portion at a time, and says how far it has come. */
export function useBulkRun(action: BulkAction) {
  const { run, start, stop } = usePortions(none)
  const startBulk = (operation: BulkOperation, note: string, load: () => Promise<readonly SeenSaga[]>) =>
    start({
      size: portion,
      list: async () => ({ ok: true, value: await load() }),
      send: async (sagas: readonly SeenSaga[]) => {
        if (sagas.length === 0) return { ok: true, value: none }
        const { outcome, refusal } = await action(nothing, requestFor(operation, note, sagas))
        // What the dialog sends is only refused when it is wrong: as bad as no answer.
        if (!outcome) throw new Error(refusal?.name ?? 'no answer')
        return { ok: true, value: outcome }
      },
    })
  return { run, start: startBulk, stop }
}

const nothing: BulkAnswer = { outcome: null, refusal: null }

function requestFor(operation: BulkOperation, note: string, sagas: readonly SeenSaga[]): FormData {
  const form = new FormData()
  form.set('requestId', crypto.randomUUID())
  form.set('operation', operation)
  form.set('note', note)
  for (const { sagaId, version } of sagas) form.append('saga', `${sagaId}_${version}`)
  return form
}
