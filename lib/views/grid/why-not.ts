import type { Drawn } from './lanes'

export type ClosedKind = 'pause' | 'closed' | 'holiday' | 'off'

/**
 * Why a visit cannot be put somewhere: the time has passed, nobody is received, somebody else comes, none begins then, or it
 * is another doctor’s.
 */
export type WhyNot = { name: 'past' | 'between' | 'other_doctor' | ClosedKind } | { name: 'taken'; patient: string }

type Place = Drawn & {
  /** Whether it lies before now. */
  isPast: boolean
  closed: readonly (Drawn & { kind: ClosedKind })[]
  /** The other visits of the day that hold their time. */
  others: readonly (Drawn & { patientName: string })[]
}

/** Returns why there is no free time at a place of a day, the reason that no other could mend first. */
export function whyNot({ from, to, isPast, closed, others }: Place): WhyNot {
  const meets = (other: Drawn) => other.from < to && from < other.to
  if (isPast) return { name: 'past' }
  const shut = closed.find(meets)
  if (shut) return { name: shut.kind }
  const taker = others.find(meets)
  return taker ? { name: 'taken', patient: taker.patientName } : { name: 'between' }
}
