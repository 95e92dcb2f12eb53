import { presentObjects } from './calendar-objects'
import { misbehaviourSchema } from './misbehaviour'
import { type Answer, json, type WorldRequest } from './outside-service'
import { releaseCalls, type World } from './serve-call'

/** What tests ask of the world; see `RunningWorld` for each by its name. */
export function control(world: World, { method, path, body }: WorldRequest): Answer {
  const { ledger, misbehaviours, waiting } = world
  switch (`${method} ${path}`) {
    case 'GET /ledger':
      return json(200, ledger.entries)
    case 'GET /state':
      return json(200, presentObjects(ledger.entries))
    case 'POST /misbehave':
      return misbehave(world, body)
    case 'POST /forgive':
      misbehaviours.forgive()
      waiting.hangUp()
      return json(200, {})
    case 'POST /release':
      releaseCalls(world)
      return json(200, {})
    default:
      return json(404, { error: 'no such thing' })
  }
}

function misbehave({ misbehaviours }: World, body: string): Answer {
  const wanted = misbehaviourSchema.safeParse(JSON.parse(body))
  if (!wanted.success) return json(400, { error: wanted.error.issues })
  misbehaviours.add(wanted.data)
  return json(200, {})
}
