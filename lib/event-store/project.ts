import { noReadModels, type ReadModels } from './read-models'
import type { Recorded } from './recorded'
import { entryOf } from './stream-kinds'

/** Returns the read models of one stream after all of its events, oldest first. Pure: append and rebuild both use it. */
export function project(stream: readonly Recorded[]): ReadModels {
  const [first] = stream
  return first ? entryOf(first).project(stream) : noReadModels
}
