import { useRef, useState } from 'react'
import type { FormRefusal } from '@/lib/web/form-answer'

/** How a long work stands: not begun, at work on so many of so many, or over. */
export type PortionsRun<Outcome> = {
  stage: 'fresh' | 'running' | 'over'
  total: number
  done: number
  /** What became of how many. */
  outcome: Outcome
  /** Why nothing more could be done. */
  refusal: FormRefusal | null
  /** The server could not be reached, or failed: the rest was not done. */
  isBroken: boolean
}

type Answer<Value> = { ok: true; value: Value } | { ok: false; refusal: FormRefusal }

type Portions<Item, Outcome> = {
  /** So many go in one request. */
  size: number
  list: () => Promise<Answer<readonly Item[]>>
  /** Called once with none when there are none. */
  send: (items: readonly Item[], isLast: boolean) => Promise<Answer<Outcome>>
}

/** Returns how a work stands that was not begun. */
export function freshRun<Outcome>(outcome: Outcome): PortionsRun<Outcome> {
  return { stage: 'fresh', total: 0, done: 0, outcome, refusal: null, isBroken: false }
}

/**
 * Does the same with many, a portion at a time, and tells how far it has come: no request lasts long, and each may be the
 * last. `none` counts nothing, under the names that every portion's outcome is counted by.
 */
export function usePortions<Outcome extends Record<string, number>>(none: Outcome) {
  const [run, setRun] = useState(freshRun(none))
  const isStopped = useRef(false)

  async function start<Item>({ size, list, send }: Portions<Item, Outcome>) {
    isStopped.current = false
    let now: PortionsRun<Outcome> = { ...freshRun(none), stage: 'running' }
    const show = (change: Partial<PortionsRun<Outcome>>) => {
      now = { ...now, ...change }
      setRun(now)
    }
    show({})
    try {
      const listed = await list()
      if (!listed.ok) return show({ stage: 'over', refusal: listed.refusal })
      const total = listed.value.length
      show({ total })
      while (!isStopped.current) {
        const items = listed.value.slice(now.done, now.done + size)
        const done = now.done + items.length
        const answer = await send(items, done === total)
        if (!answer.ok) return show({ stage: 'over', refusal: answer.refusal })
        show({ done, outcome: sum(now.outcome, answer.value) })
        if (done === total) break
      }
      show({ stage: 'over' })
    } catch {
      show({ stage: 'over', isBroken: true })
    }
  }

  const stop = () => {
    isStopped.current = true
  }
  return { run, start, stop }
}

function sum<Outcome extends Record<string, number>>(one: Outcome, other: Outcome): Outcome {
  const counts = Object.entries(one).map(([name, count]) => [name, count + (other[name] ?? 0)])
  return Object.fromEntries(counts)
}
