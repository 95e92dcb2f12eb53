import { useRef, useState } from 'react'
import type { BulkAction, BulkAnswer } from '@/lib/form-answer'

export type BulkOperation = 'retry' | 'compensate' | 'resolve'
export type SeenSaga = { sagaId: string; version: number }

/** How a long work stands: not begun, at work on so many of so many, or over. */
export type BulkRun = {
  stage: 'fresh' | 'running' | 'over'
  total: number
  outcome: NonNullable<BulkAnswer['outcome']>
  /** The server could not be reached, or failed: the rest was not done. */
  isBroken: boolean
}

const none = { done: 0, changed: 0, refused: 0 }
/** Nothing was begun. */
export const noRun: BulkRun = { stage: 'fresh', total: 0, outcome: none, isBroken: false }
/** So many go in one request: an answer comes every second or so. */
const portion = 20

/** Does the same with many sagas, a portion at a time, and says how far it has come. */
export function useBulkRun(action: BulkAction) {
  const [run, setRun] = useState<BulkRun>(noRun)
  const isStopped = useRef(false)

  async function start(operation: BulkOperation, note: string, load: () => Promise<readonly SeenSaga[]>) {
    isStopped.current = false
    setRun({ ...noRun, stage: 'running' })
    let outcome = none
    let total = 0
    let isBroken = false
    try {
      const sagas = await load()
      total = sagas.length
      for (let from = 0; from < total && !isStopped.current; from += portion) {
        setRun({ stage: 'running', total, outcome, isBroken })
        const answer = await action(nothing, requestFor(operation, note, sagas.slice(from, from + portion)))
        if (!answer.outcome) throw new Error(answer.refusal ?? 'no answer')
        outcome = sum(outcome, answer.outcome)
      }
    } catch {
      isBroken = true
    }
    setRun({ stage: 'over', total, outcome, isBroken })
  }

  const stop = () => {
    isStopped.current = true
  }
  return { run, start, stop }
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

function sum(one: BulkRun['outcome'], other: BulkRun['outcome']): BulkRun['outcome'] {
  return {
    done: one.done + other.done,
    changed: one.changed + other.changed,
    refused: one.refused + other.refused,
  }
}
