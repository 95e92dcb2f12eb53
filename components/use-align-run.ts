import { useRef, useState } from 'react'
import type { AlignAction, AlignAnswer, FormRefusal } from '@/lib/form-answer'

/** What is done with the calendar: compared, or left. */
export type AlignWork = 'compare' | 'leave'

type Listed = { ok: true; value: string[] } | { ok: false; refused: string; data: unknown }
/** The visits to look at; the same for every portion. */
export type ListAlignments = (doctor: string, work: AlignWork) => Promise<Listed>

export type AlignRun = {
  stage: 'fresh' | 'running' | 'over'
  total: number
  done: number
  answer: AlignAnswer
  /** The server could not be reached, or failed: the rest was not done. */
  isBroken: boolean
}

const nothing: AlignAnswer = { outcome: null, left: 0, refusal: null }
export const noAlignRun: AlignRun = { stage: 'fresh', total: 0, done: 0, answer: nothing, isBroken: false }
const none = { right: 0, written: 0, removed: 0, at_work: 0 }
/** So many go in one request: an answer comes every second or two. */
const portion = 10

type What = { doctor: string; work: AlignWork; list: ListAlignments; align: AlignAction }

/** Goes through a doctor's visits a portion at a time, and says how far it has come. */
export function useAlignRun({ doctor, work, list, align }: What) {
  const [run, setRun] = useState<AlignRun>(noAlignRun)
  const isStopped = useRef(false)

  async function start() {
    isStopped.current = false
    let now: AlignRun = { ...noAlignRun, stage: 'running', answer: { ...nothing, outcome: none } }
    const show = (change: Partial<AlignRun>) => {
      now = { ...now, ...change }
      setRun(now)
    }
    show({})
    try {
      const listed = await list(doctor, work)
      if (!listed.ok)
        return show({ stage: 'over', answer: refusedBy({ field: null, name: listed.refused, data: listed.data }) })
      const ids = listed.value
      show({ total: ids.length })
      do {
        const some = ids.slice(now.done, now.done + portion)
        const isLast = now.done + some.length === ids.length
        const answer = await align(nothing, requestFor({ doctor, work }, some, isLast))
        if (answer.refusal) return show({ stage: 'over', answer: refusedBy(answer.refusal) })
        show({ done: now.done + some.length, answer: sum(now.answer, answer) })
      } while (now.done < ids.length && !isStopped.current)
      show({ stage: 'over', answer: { ...now.answer, left: now.answer.left + ids.length - now.done } })
    } catch {
      show({ stage: 'over', isBroken: true })
    }
  }

  const stop = () => {
    isStopped.current = true
  }
  return { run, start, stop }
}

function refusedBy(refusal: FormRefusal): AlignAnswer {
  return { ...nothing, refusal }
}

function requestFor(
  { doctor, work }: Pick<What, 'doctor' | 'work'>,
  ids: readonly string[],
  isLast: boolean,
): FormData {
  const form = new FormData()
  form.set('doctor', doctor)
  form.set('work', work)
  form.set('portion', isLast ? 'last' : 'more')
  for (const id of ids) form.append('id', id)
  return form
}

function sum(one: AlignAnswer, other: AlignAnswer): AlignAnswer {
  const [a, b] = [one.outcome ?? none, other.outcome ?? none]
  const outcome = {
    right: a.right + b.right,
    written: a.written + b.written,
    removed: a.removed + b.removed,
    at_work: a.at_work + b.at_work,
  }
  return { outcome, left: one.left + other.left, refusal: null }
}
