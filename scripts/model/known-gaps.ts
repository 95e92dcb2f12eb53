import type { SagaEvent } from '@/lib/domain/saga/events'
import type { Clinic } from './clinic'
import { type History, isRepeatedBy, overtakes } from './history'

/**
 * Where the product is known to fall short. Each is forgiven unless the model is strict, and goes when the product is mended.
 */

/**
 * A saga that stopped on its way back, or that had ended and was tried again, undoes its work after a later turn was carried
 * out on top of it: nothing makes the later turn wait, or undoes it too.
 */
export function isUndoneFromBelow({ isStrict, database }: Clinic, histories: readonly History[]): boolean {
  if (isStrict) return false
  const commits = database.commits.map(({ added }) => added.map(({ eventId }) => eventId))
  const placeOf = (eventId: string) => commits.findIndex((ids) => ids.includes(eventId))
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

/**
 * The recovery goes by why a saga turned back, and not by what it asks a person about: when the first was an outage, it sends
 * again a message of which nobody knows whether it went out.
 */
export function isRepeatedByRecovery({ isStrict }: Clinic, history: History, key: string): boolean {
  return !isStrict && isRepeatedBy('recovery', history, key)
}

/** A saga that has ended is ended once more, as superseded, when it is delivered after its appointment has ended. */
export function isEndedAgain({ isStrict }: Clinic, event: SagaEvent): boolean {
  return !isStrict && event.type === 'SagaCompleted' && event.data.outcome === 'superseded'
}
