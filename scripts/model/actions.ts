import fc from 'fast-check'
import type { ActorRole } from '@/lib/domain/appointment/events'
import type { Operation } from '@/lib/domain/saga/operate'
import type { Awaited } from './await'
import type { Fate, Mood, OutsideService } from './services'

/**
 * What can happen to a clinic. Numbers choose among what there is when it happens, so that leaving out an earlier action
 * leaves the later ones possible: this is what makes a counterexample shrink.
 */
export type Action = { [Name in keyof Happenings]: { happens: Name } & Happenings[Name] }[keyof Happenings]

type Happenings = {
  /** Somebody books, and is already so far. */
  book: { slot: number; sms: boolean; how: Asked; isAlready: Already }
  confirm: { visit: number; how: Asked }
  decline: { visit: number; how: Asked }
  'record-no-show': { visit: number; how: Asked }
  cancel: { visit: number; by: ActorRole; how: Asked }
  reschedule: { visit: number; slot: number; by: ActorRole; how: Asked }
  /** Inngest is given what the outbox holds, or loses it. */
  relay: { isLost: boolean }
  /** A saga is delivered, perhaps once more. */
  deliver: { saga: number }
  /** A saga is delivered, perhaps only when its patience is at its end, and carried as far as it goes or until it stops. */
  carry: { saga: number; isLate: boolean; fates: Fate[]; stops: Stop }
  /** One of those at work does so much. */
  work: { worker: number; steps: number; fates: Fate[] }
  /** Time passes, what is due is swept and posted, and everybody who is awake works until nobody is. */
  bustle: { ms: number; fates: Fate[] }
  crash: { worker: number; isForgotten: boolean }
  /** Inngest forgets everything. */
  amnesia: object
  pass: { ms: number }
  await: { what: Awaited }
  sweep: { how: Asked }
  mood: { service: OutsideService; mood: Mood }
  /** `isStale`: on a page that was not read again. `isPatient`: once nobody drives the visit's sagas any more. */
  operate: { saga: number; operation: Operation; isStale: boolean; isPatient: boolean; how: Asked }
}

/**
 * A process that stops, when it comes for so many times to where others can come between, is away for so many
 * milliseconds, has died and is called again, or is not known of any more.
 */
export type Stop = null | { before: string; times: number; how: 'dead' | 'forgotten' | { away: number } }

/** `untold`: booked, but the mail refused. What one is in the middle of is asked for and not carried out yet. */
export type Already = 'booking' | 'booked' | 'untold' | 'confirming' | 'confirming untold' | 'confirmed' | 'moving'

/** At once, twice with the same id, or so that others come between reading and recording. */
export type Asked = 'at once' | 'twice' | 'slowly'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

const number = fc.nat({ max: 7 })
const asked = weighted<Asked>([6, 'at once'], [1, 'twice'], [2, 'slowly'])
const role = weighted<ActorRole>([2, 'patient'], [2, 'doctor'], [1, 'staff'])
const soon = weighted(
  ...[0, second, 9 * second, 16 * second, 21 * second, 45 * second, 72 * second].map((ms): [number, number] => [2, ms]),
  [2, 3 * minute],
  [1, 11 * minute],
  [1, 2 * hour],
)
const aWhile = weighted([3, 2 * minute], [3, hour], [2, 5 * hour], [2, 12 * hour], [2, 24 * hour])
const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 5, arbitrary: fc.constant('works') },
  {
    weight: 4,
    arbitrary: weighted<Fate>([2, 'refuses'], [2, 'down'], [1, 'limited'], [1, 'lost before'], [2, 'lost after']),
  },
  {
    weight: 2,
    arbitrary: fc.record({ late: weighted([1, second], [2, 12 * second], [2, 30 * second], [3, 80 * second]) }),
  },
  { weight: 1, arbitrary: weighted<Fate>([1, 'our fault before'], [1, 'our fault after']) },
)
const fates = fc.array(fate, { maxLength: 6 })
const away = [15, 25, 45, 90].map((seconds): [number, { away: number }] => [1, { away: seconds * second }])
const stops: fc.Arbitrary<Stop> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      before: weighted(
        [1, 'record the intent'],
        [2, 'make the call'],
        [1, 'note that it was sent'],
        [1, 'write the built-in calendar'],
        [1, 'record the change'],
        [3, 'record the outcome'],
      ),
      times: fc.integer({ min: 1, max: 5 }),
      how: weighted<NonNullable<Stop>['how']>([1, 'dead'], [1, 'forgotten'], ...away),
    }),
  },
)
const service = weighted<OutsideService>([2, 'calendar'], [2, 'mail'], [1, 'sms'])
const mood = weighted<Mood>([2, 'works'], [2, 'refuses'], [2, 'down'])
const operation = weighted<Operation>([4, 'retry'], [1, 'skip'], [3, 'compensate'], [2, 'resolve'])

const already = weighted<Already>(
  [3, 'booking'],
  [1, 'booked'],
  [1, 'untold'],
  [2, 'confirming'],
  [4, 'confirming untold'],
  [2, 'confirmed'],
  [3, 'moving'],
)
const booking = happening('book', { slot: number, sms: fc.boolean(), how: asked, isAlready: already })
const awaited = weighted<Awaited>(
  [3, 'lapse'],
  [3, 'retry'],
  [1, 'late call'],
  [2, 'end of patience'],
  [2, 'reminder'],
  [1, 'visit'],
)

const operating = happening('operate', {
  saga: number,
  operation,
  isStale: oneIn(6),
  isPatient: fc.boolean(),
  how: asked,
})

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 1, arbitrary: booking },
  { weight: 6, arbitrary: happening('confirm', { visit: number, how: asked }) },
  { weight: 1, arbitrary: happening('decline', { visit: number, how: asked }) },
  { weight: 3, arbitrary: happening('record-no-show', { visit: number, how: asked }) },
  { weight: 2, arbitrary: happening('cancel', { visit: number, by: role, how: asked }) },
  { weight: 5, arbitrary: happening('reschedule', { visit: number, slot: number, by: role, how: asked }) },
  { weight: 1, arbitrary: happening('relay', { isLost: fc.boolean() }) },
  { weight: 2, arbitrary: happening('deliver', { saga: number }) },
  { weight: 16, arbitrary: happening('carry', { saga: number, isLate: oneIn(8), fates, stops }) },
  { weight: 6, arbitrary: happening('work', { worker: number, steps: fc.integer({ min: 1, max: 9 }), fates }) },
  { weight: 8, arbitrary: happening('bustle', { ms: soon, fates }) },
  { weight: 1, arbitrary: happening('crash', { worker: number, isForgotten: fc.boolean() }) },
  { weight: 1, arbitrary: happening('amnesia', {}) },
  { weight: 3, arbitrary: happening('pass', { ms: soon }) },
  { weight: 6, arbitrary: happening('await', { what: awaited }) },
  { weight: 1, arbitrary: happening('bustle', { ms: aWhile, fates: fc.constant([]) }) },
  { weight: 1, arbitrary: happening('sweep', { how: asked }) },
  { weight: 4, arbitrary: happening('mood', { service, mood }) },
  { weight: 9, arbitrary: operating },
)

/** What happens to a clinic before its faults stop. */
export const actions = fc
  .tuple(fc.array(booking, { minLength: 1, maxLength: 2 }), fc.array(action, { maxLength: 50, size: 'max' }))
  .map((both) => both.flat())

function happening<Name extends keyof Happenings>(
  happens: Name,
  rest: { [Key in keyof Happenings[Name]]: fc.Arbitrary<Happenings[Name][Key]> },
): fc.Arbitrary<Action> {
  return fc.record({ happens: fc.constant(happens), ...rest }) as fc.Arbitrary<Action>
}

function weighted<T>(...choices: [weight: number, value: T][]): fc.Arbitrary<T> {
  return fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })))
}

function oneIn(many: number): fc.Arbitrary<boolean> {
  return weighted([many - 1, false], [1, true])
}
