import { setTimeout as sleep } from 'node:timers/promises'
import { pool } from './insert-row'

const everyMs = 2

let looks = 0

/** How often the bench has looked for a record so far. */
export function countLooks(): number {
  return looks
}

/**
 * For engines that do not tell their caller when a workflow is recorded as complete. `sql` selects those of the keys `$1`
 * that are. Called once the last step has returned, so that few looks are needed; one look serves all who wait.
 */
export function recordsIn(sql: string): (key: string) => Promise<void> {
  const waiting = new Map<string, () => void>()
  let isLooking = false

  async function look(): Promise<void> {
    isLooking = true
    for (; waiting.size > 0; await sleep(everyMs)) {
      looks++
      const found = await pool.query({ name: 'look', text: sql, values: [[...waiting.keys()]] })
      for (const { key } of found.rows) {
        waiting.get(key)?.()
        waiting.delete(key)
      }
    }
    isLooking = false
  }

  return (key) =>
    new Promise((resolve) => {
      waiting.set(key, resolve)
      if (!isLooking) void look()
    })
}
