import type { Span } from '@/lib/domain/intervals'

/**
 * Returns which free times of one doctor, in order, stand on the board: each begins when the one before has ended, so that
 * no two lie over each other. Instants are ISO strings.
 */
export function freeCells<Free extends Span>(free: readonly Free[]): Free[] {
  let until = ''
  return free.filter(({ startsAt, endsAt }) => {
    const isClear = startsAt >= until
    if (isClear) until = endsAt
    return isClear
  })
}
