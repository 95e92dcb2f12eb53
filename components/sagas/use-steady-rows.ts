import { useState } from 'react'

type Identified = { sagaId: string; version: number }

/**
 * Rows that do not jump: they keep their places while they are read again, and change in place. New ones wait until
 * they are asked for. `list` names what is listed; another list is shown at once.
 */
export function useSteadyRows<Row extends Identified>(rows: readonly Row[], list: string) {
  const [kept, setKept] = useState({ list, rows })
  const current = kept.list === list ? kept : { list, rows }
  if (current !== kept) setKept(current)

  const latest = new Map(rows.map((row) => [row.sagaId, row]))
  const places = new Map(current.rows.map((row) => [row.sagaId, row]))
  const shown = current.rows.map((row) => latest.get(row.sagaId) ?? row)
  return {
    shown,
    /** How many are new, or no longer belong here. */
    waiting: rows.filter(({ sagaId }) => !places.has(sagaId)).length,
    gone: current.rows.filter(({ sagaId }) => !latest.has(sagaId)).length,
    isGone: (sagaId: string) => !latest.has(sagaId),
    hasChanged: ({ sagaId, version }: Identified) => places.get(sagaId)?.version !== version,
    showAll: () => setKept({ list, rows }),
  }
}
