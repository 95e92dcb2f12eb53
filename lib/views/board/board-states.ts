import type { Standing } from '@/lib/domain/appointment/standing'
import { minuteMs } from '@/lib/domain/time'
import { presenceAt } from '../elapsed/presence'

/** What is known of a visit on the board. Instants are ISO strings. */
export type BoardFacts = {
  id: string
  standing: Standing
  startsAt: string
  endsAt: string
  arrivedAt: string | null
  calledInAt: string | null
}

/**
 * What the desk has to know of a visit just now: over, with the doctor, here and waiting, not here though it should have
 * begun, or merely to come. Minutes are whole ones, of waiting or of being late.
 */
export type BoardState = {
  kind: 'over' | 'inside' | 'waits' | 'late' | 'coming'
  minutes: number
  /** Whether it is so long that somebody should see it. */
  isLong: boolean
  /** Whether this is whom the doctor calls in next. */
  isNext: boolean
}

/** Returns how each visit of one doctor's day stands at `nowMs` (milliseconds since 1970), by its id. */
export function boardStates(visits: readonly BoardFacts[], nowMs: number): Map<string, BoardState> {
  const next = nextOf(visits, nowMs)
  return new Map(visits.map((visit) => [visit.id, { ...stateOf(visit, nowMs), isNext: visit === next }]))
}

/**
 * Returns by how many whole minutes a doctor is late at `nowMs` (milliseconds since 1970): how long after its hour the
 * next patient who waits can be called in, as long as a visit takes what was planned for it; or, when nobody waits, how
 * far the one inside is over its end.
 */
export function delayOf(visits: readonly BoardFacts[], nowMs: number): number {
  const inside = visits
    .filter((visit) => isInside(visit, nowMs))
    .toSorted(byCall)
    .at(-1)
  const next = nextOf(visits, nowMs)
  const freeAt = inside ? Math.max(nowMs, planEnd(inside)) : nowMs
  const behind = next ? freeAt - Date.parse(next.startsAt) : inside ? nowMs - Date.parse(inside.endsAt) : 0
  return Math.max(0, Math.floor(behind / minuteMs))
}

const over: readonly Standing[] = ['completed', 'missed', 'undone', 'undoing', 'cancelled_late']

function stateOf(visit: BoardFacts, nowMs: number): Omit<BoardState, 'isNext'> {
  if (over.includes(visit.standing)) return { kind: 'over', minutes: 0, isLong: false }
  if (isInside(visit, nowMs)) return { kind: 'inside', minutes: 0, isLong: false }
  return presenceAt(visit, nowMs) ?? { kind: 'coming', minutes: 0, isLong: false }
}

/** Who waits for the earliest hour; of two for the same, who came first. */
function nextOf(visits: readonly BoardFacts[], nowMs: number): BoardFacts | undefined {
  const waiting = visits.filter((visit) => stateOf(visit, nowMs).kind === 'waits')
  const came = ({ arrivedAt }: BoardFacts) => arrivedAt ?? ''
  return waiting.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || came(a).localeCompare(came(b)))[0]
}

/** Nobody sits with a doctor for so long: the end was never noted. */
const longestInsideMs = 12 * 60 * minuteMs

function isInside({ standing, calledInAt }: BoardFacts, nowMs: number): boolean {
  if (standing !== 'called_in' || !calledInAt) return false
  return nowMs - Date.parse(calledInAt) < longestInsideMs
}

function planEnd({ calledInAt, startsAt, endsAt }: BoardFacts): number {
  return Date.parse(calledInAt ?? startsAt) + Date.parse(endsAt) - Date.parse(startsAt)
}

function byCall(a: BoardFacts, b: BoardFacts): number {
  return (a.calledInAt ?? '').localeCompare(b.calledInAt ?? '')
}
