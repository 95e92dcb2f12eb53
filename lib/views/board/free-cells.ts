import type { Span } from '@/lib/domain/intervals'

/**
 * Returns which free times of one doctor, in order, stand on the board: each begins when the one before has ended, so that
 * no two lie over each other. Instants are ISO strings.
 */
export function freeCells<Free extends Span>(free: readonly Free[]): Free[] {
  return free.reduce<Free[]>((cells, one) => {
    const last = cells.at(-1)
    return last && one.startsAt < last.endsAt ? cells : [...cells, one]
  }, [])
}
