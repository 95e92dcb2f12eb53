import type { z } from 'zod'
import type { misbehaviourSchema } from './misbehaviour'
import type { Asked } from './outside-service'

type Planned = z.output<typeof misbehaviourSchema>

/** What the world will do wrong, and no more than it was told to. */
export type Misbehaviours = ReturnType<typeof keepMisbehaviours>

export function keepMisbehaviours() {
  let planned: Planned[] = []
  return {
    add(misbehaviour: Planned) {
      planned.push(misbehaviour)
    },
    /** The first that is meant for this call; it is used up by one. */
    take(asked: Asked): Planned | undefined {
      const meant = planned.find((misbehaviour) => isMeant(misbehaviour, asked))
      if (!meant || meant.times === null) return meant
      meant.times -= 1
      planned = planned.filter(({ times }) => times !== 0)
      return meant
    },
    forgive() {
      planned = []
    },
  }
}

function isMeant({ service, operation, match }: Planned, { call, key, texts }: Asked): boolean {
  if (service !== call.service) return false
  if (operation && operation !== call.operation) return false
  return !match || [key, ...texts].some((text) => text.includes(match))
}
