import type { Clinic } from './clinic'
import { type History, overtakes } from './history'

/**
 * Where the product is known to fall short: a saga that stopped on its way back, or that had ended and was tried again, and
 * that undoes its work after a later turn was carried out on top of it. Nothing makes the later turn wait, or undoes it.
 */
export function isUndoneFromBelow({ database }: Clinic, histories: readonly History[]): boolean {
  const commits = database.commits.map(({ added }) => added.map(({ eventId }) => eventId))
  const placeOf = (eventId: string | undefined) => commits.findIndex((ids) => eventId && ids.includes(eventId))
  return histories.some((history) => {
    const turned = history.events.find(({ event }) => event.type === 'CompensationStarted')
    const last = history.events.findLast(({ event }) => event.type === 'StepStarted')
    if (!turned || !last || last.version < turned.version) return false
    return histories.some((later) => {
      const first = later.events.find(({ event }) => event.type === 'StepStarted')
      const isLater = later.born.turn > history.born.turn && !overtakes(later)
      return isLater && first !== undefined && placeOf(first.eventId) < placeOf(last.eventId)
    })
  })
}
