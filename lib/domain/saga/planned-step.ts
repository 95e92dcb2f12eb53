import {
  type Channel,
  channels,
  channelsOf,
  type PlannedWord,
  type Reach,
  stepSaying,
} from '@/lib/domain/messages/channels'
import type { Service } from './failure'

/** One step as a saga carries it from its birth: what it is called, and what may happen to it. */
export type PlannedStep = {
  name: string
  /** Who it depends on. Channels carry words to a person, which cannot be taken back but only corrected. */
  service: Service
  /** Whether something is done about it, in reverse order, when a later step fails for good. */
  undo: boolean
  /** Whether nothing takes it back: once it may have been done, the saga only goes forward. */
  isPivot: boolean
  /** Seconds after its first attempt when an outage counts as a failure for good. */
  patienceSeconds: number
}

const minute = 60
export const hour = 60 * minute
const day = 24 * hour
/** A mail's idempotency key lives for 24 hours; nobody repeats it later. */
const keyLife = 23 * hour

const onService = (service: Service, defaultPatience: number) => {
  return <const Name extends string>(name: Name, patienceSeconds = defaultPatience) => ({
    name,
    service,
    undo: false,
    isPivot: false,
    patienceSeconds,
  })
}
/** What our own database does, what the calendar does, and what is mailed to a doctor. */
export const record = onService('carnet', day)
export const calendar = onService('calendar', day)
export const mail = onService('mail', keyLife)
/** The same step, which is taken back, or which nothing takes back. */
export const undoable = <Step extends PlannedStep>(step: Step) => ({ ...step, undo: true })
export const pivot = <Step extends PlannedStep>(step: Step) => ({ ...step, isPivot: true })

/** The patient is told by each of these channels. */
export const tell = <const Word extends PlannedWord>(word: Word, by: readonly Channel[]) =>
  by.map((channel) => onService(channel, keyLife)(stepSaying(channel, word)))
/** The channels by which a word is said while it may still fail, and those by which it is said then. */
export const early = (reach: Reach) => channelsOf(reach).filter((channel) => channels[channel].isSaid === 'early')
export const last = (reach: Reach) => channelsOf(reach).filter((channel) => channels[channel].isSaid === 'last')
/** Where one word is enough. */
export const first = (reach: Reach) => channelsOf(reach).slice(0, 1)
