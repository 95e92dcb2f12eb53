import { channelNames, reachedBy } from '@/lib/domain/messages/channels'
import { plans } from '@/lib/domain/saga/plans'
import { undoPrefix } from '@/lib/domain/saga/saga'
import { dayMs, hourMs, minuteMs } from '@/lib/domain/time'

/** How a saga first ended; `attention`: it asked for a person then, and whatever was made of it later. */
export const sagaOutcomes = ['done', 'undone', 'superseded', 'attention'] as const

/** How an attempt of a step ended. */
export const attemptOutcomes = ['succeeded', 'deferred', 'refused', 'unknown'] as const

/** Upper bounds of the histograms' buckets, in milliseconds: a saga may wait a day for a service that is away. */
export const sagaBuckets: number[] = [
  ...[100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000],
  ...[minuteMs, 5 * minuteMs, 15 * minuteMs, hourMs, 4 * hourMs, dayMs],
]
export const callBuckets: number[] = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000]

type Labels = Record<string, string>

/**
 * Something that is counted from the events: what it is called here and outside, and every set of labels it can have.
 */
export type Count = {
  /** As in the table `measure`. */
  measure: string
  name: string
  help: string
  labelSets: Labels[]
  /** The bounds of its buckets, for a histogram. */
  buckets?: number[]
}

const sagas = Object.keys(plans)
const reaches = [reachedBy(...channelNames), ...channelNames.map((channel) => reachedBy(channel))]
const allPlans = Object.values(plans).flatMap(({ plan }) => reaches.map((reach) => plan(reach)))
const steps = allPlans.flatMap((plan) => [...plan.steps, ...plan.afterUndo])
const undos = allPlans.flatMap((plan) => plan.steps.filter(({ undo }) => undo)).map(({ name }) => undoPrefix + name)
const lastWords = allPlans.flatMap((plan) => plan.afterUndo.map(({ name }) => name))
const calls = steps.flatMap(({ name, service, undo }) =>
  (undo ? [name, undoPrefix + name] : [name]).map((step) => ({ service, operation: step.split('-')[0] ?? step })),
)
const services = calls.map(({ service }) => ({ service }))
const ended = sagas.flatMap((saga) => withOutcomes([{ saga }], sagaOutcomes))

/**
 * Everything that is counted from the events. Each set of labels is there from the start, at 0: rates see the first
 * one.
 */
export const counts: Count[] = [
  {
    measure: 'saga',
    name: 'carnet_saga_total',
    help: 'Sagas by how they first ended; attention: it asked for a person then.',
    labelSets: ended,
  },
  {
    measure: 'saga',
    name: 'carnet_saga_duration_seconds',
    help: 'From the event that started a saga to its first end, by how it ended.',
    labelSets: ended,
    buckets: sagaBuckets,
  },
  {
    measure: 'turned_back',
    name: 'carnet_saga_turned_back_total',
    help: 'Sagas that began to undo what they had done.',
    labelSets: sagas.map((saga) => ({ saga })),
  },
  {
    measure: 'compensation',
    name: 'carnet_saga_compensations_total',
    help: 'Attempts of compensating steps by how they ended: what sagas do once they have turned back.',
    labelSets: withOutcomes(unique([...undos, ...lastWords].map((step) => ({ step }))), attemptOutcomes),
  },
  {
    measure: 'call',
    name: 'carnet_external_request_duration_seconds',
    help:
      'From the recorded intent of a step of a saga to its recorded outcome, one attempt each: the call of the service and ' +
      'what Carnet does around it. operation is the verb of the step; unknown is a call that was given up without an ' +
      'answer; service="carnet" is our own database.',
    labelSets: withOutcomes(unique(calls), attemptOutcomes),
    buckets: callBuckets,
  },
  {
    measure: 'lost_call',
    name: 'carnet_external_request_lost_total',
    help: 'Attempts that nobody recorded an outcome of, since the process ended in the middle.',
    labelSets: unique(services),
  },
]

function withOutcomes(sets: readonly Labels[], outcomes: readonly string[]): Labels[] {
  return sets.flatMap((labels) => outcomes.map((outcome) => ({ ...labels, outcome })))
}

function unique(sets: readonly Labels[]): Labels[] {
  return [...new Map(sets.map((labels) => [JSON.stringify(labels), labels])).values()]
}
