import type { VisitLength } from './doctor-schedule'

/** What a visit of a type leaves behind it that no visit can begin in, in minutes. */
export type StepHole<Type> = { type: Type; minutes: number }

/** No step is finer than that. */
const finest = 5

/**
 * Returns which types end, with what is kept around them, between two times at which a visit may begin, and the coarsest
 * step (minutes) at which none would; null where there is no hole, or no such step of five minutes or more.
 */
export function stepHoles<Type extends VisitLength>(
  stepMinutes: number,
  types: readonly Type[],
): { holes: StepHole<Type>[]; better: number | null } {
  const takenBy = ({ minutes, beforeMinutes, afterMinutes }: VisitLength) => beforeMinutes + minutes + afterMinutes
  const holes = types.flatMap((type) => {
    const over = takenBy(type) % stepMinutes
    return over === 0 ? [] : [{ type, minutes: stepMinutes - over }]
  })
  const common = types.map(takenBy).reduce(greatestCommon, stepMinutes)
  return { holes, better: holes.length > 0 && common >= finest ? common : null }
}

function greatestCommon(one: number, other: number): number {
  return other === 0 ? one : greatestCommon(other, one % other)
}
