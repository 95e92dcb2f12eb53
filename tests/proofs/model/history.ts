import type { SagaEvent } from '@/lib/domain/saga/events'
import { planOf } from '@/lib/domain/saga/plans'
import type { Saga } from '@/lib/domain/saga/saga'
import type { Recorded } from '@/lib/event-store/recorded'
import { isOfSaga } from '@/lib/event-store/stream-kinds'
import type { Clinic } from './clinic'
import { replaySaga } from './open-saga'

type Of<Type extends SagaEvent['type']> = Extract<SagaEvent, { type: Type }>

/** One saga's stream, and the state that the product says it leads to. */
export type History = {
  sagaId: string
  born: Of<'SagaStarted'>['data']
  events: readonly Recorded<SagaEvent>[]
  saga: Saga
}

/** Every saga's history, in the order of their births. */
export function histories({ database }: Clinic): History[] {
  return [...database.streams].flatMap(([sagaId, stream]) => {
    const events = stream.filter(isOfSaga)
    const first = events[0]?.event
    return first?.type === 'SagaStarted' ? [{ sagaId, born: first.data, events, saga: replaySaga(stream) }] : []
  })
}

/** The events of one type, with what was recorded about them. */
export function eventsOf<Type extends SagaEvent['type']>({ events }: Pick<History, 'events'>, type: Type) {
  return events.filter((recorded): recorded is Recorded<Of<Type>> => recorded.event.type === type)
}

/** Whether this saga ends its appointment, so that those of earlier turns stop. */
export function overtakes({ born }: History): boolean {
  return planOf(born.sagaType).overtakes === true
}

/**
 * Whether a message may have gone out, and somebody had it sent all the same: a day later, its key no longer keeps it
 * one.
 */
export function isRepeatedBy(actor: string, history: History, key: string): boolean {
  const steps = eventsOf(history, 'StepStarted').flatMap(({ event: { data } }) => (data.key === key ? [data.step] : []))
  const lost = history.events.find(({ event }) => {
    if (event.type === 'StepOutcomeUnknown') return steps.includes(event.data.step)
    const isFailure = event.type === 'StepDeferred' || event.type === 'StepRefused'
    return isFailure && event.data.failure.kind === 'unknown' && steps.includes(event.data.step)
  })
  const retried = eventsOf(history, 'SagaRetried').filter(({ metadata }) => metadata.actor === actor)
  return lost !== undefined && retried.some(({ version }) => version > lost.version)
}
