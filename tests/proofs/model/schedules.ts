import fc from 'fast-check'
import type { ActorRole, AttendanceFact } from '@/lib/domain/appointment/events'
import type { Reach } from '@/lib/domain/messages/channels'
import { channelNames, reachedBy } from '@/lib/domain/messages/channels'
import type { OnMessageRefused } from '@/lib/domain/saga/decide'
import type { Operation } from '@/lib/domain/saga/operate'
import { hourMs, minuteMs, secondMs } from '@/lib/domain/time'
import type { Action, Already, Asked, Happenings, Stop } from './actions'
import type { Awaited } from './await'
import type { Fate, Mood, OutsideService } from './services'

const number = fc.nat({ max: 7 })
const asked = weighted<Asked>([6, 'at once'], [1, 'twice'], [2, 'slowly'])
const fact = fc.constantFrom<AttendanceFact>('arrived', 'called_in', 'completed', 'no_show')
const role = weighted<ActorRole>([2, 'patient'], [2, 'doctor'], [1, 'staff'])
const soon = weighted(
  ...[0, secondMs, 9 * secondMs, 16 * secondMs, 21 * secondMs, 45 * secondMs, 72 * secondMs].map(
    (ms): [number, number] => [2, ms],
  ),
  [2, 3 * minuteMs],
  [1, 11 * minuteMs],
  [1, 2 * hourMs],
)
const aWhile = weighted([3, 2 * minuteMs], [3, hourMs], [2, 5 * hourMs], [2, 12 * hourMs], [2, 24 * hourMs])
const late = weighted([1, secondMs], [2, 12 * secondMs], [2, 30 * secondMs], [3, 80 * secondMs])
const fate = oneOf<Fate>(
  [5, fc.constant('works')],
  [
    4,
    weighted<Fate>(
      [2, 'refuses'],
      [2, 'nobody there'],
      [2, 'down'],
      [1, 'limited'],
      [1, 'lost before'],
      [2, 'lost after'],
    ),
  ],
  [2, fc.record({ late })],
  [1, weighted<Fate>([1, 'our fault before'], [1, 'our fault after'])],
)
const fates = fc.array(fate, { maxLength: 6 })
const away = [15, 20, 25, 45, 90].map((seconds): [number, { away: number }] => [1, { away: seconds * secondMs }])
const stop: fc.Arbitrary<Stop> = fc.record({
  before: weighted(
    [1, 'record the intent'],
    [2, 'make the call'],
    [1, 'note that it was sent'],
    [1, 'write the built-in calendar'],
    [1, 'record the change'],
    [5, 'record the outcome'],
  ),
  times: fc.integer({ min: 1, max: 5 }),
  how: weighted<NonNullable<Stop>['how']>([1, 'dead'], [1, 'forgotten'], ...away),
})
const stops = oneOf<Stop>([1, fc.constant(null)], [1, stop])
const service = weighted<OutsideService>([2, 'calendar'], [2, 'mail'], [1, 'sms'])
const mood = weighted<Mood>([2, 'works'], [2, 'refuses'], [2, 'nobody there'], [2, 'down'])
const onMessageRefused = fc.constantFrom<OnMessageRefused>('compensate', 'attention')
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
const reach = weighted<Reach>([2, reachedBy('mail', 'sms')], [1, reachedBy('mail')], [1, reachedBy('sms')])
const booking = happening('book', { slot: number, reach, isAtOnce: oneIn(4), how: asked, isAlready: already })
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
  isPatient: weighted([1, false], [2, true]),
  how: asked,
})

const action = oneOf<Action>(
  [1, booking],
  [4, happening('overbook', { slot: number, isBetween: fc.boolean(), reach, how: asked })],
  [6, happening('confirm', { visit: number, how: asked })],
  [1, happening('decline', { visit: number, how: asked })],
  [3, happening('record-no-show', { visit: number, how: asked })],
  [1, happening('record-arrival', { visit: number, how: asked })],
  [1, happening('call-in', { visit: number, how: asked })],
  [2, happening('complete-visit', { visit: number, how: asked })],
  [3, happening('revert-attendance', { visit: number, of: fact, how: asked })],
  [2, happening('correct-contact', { visit: number, channel: fc.constantFrom(...channelNames), how: asked })],
  [2, happening('cancel', { visit: number, by: role, how: asked })],
  [5, happening('reschedule', { visit: number, slot: number, by: role, how: asked })],
  [1, happening('relay', { isLost: fc.boolean() })],
  [2, happening('deliver', { saga: number })],
  [16, happening('carry', { saga: number, isLate: oneIn(8), fates, stops })],
  [6, happening('work', { worker: number, steps: fc.integer({ min: 1, max: 9 }), fates })],
  [8, happening('bustle', { ms: soon, fates })],
  [1, happening('crash', { worker: number, isForgotten: fc.boolean() })],
  [1, happening('amnesia', {})],
  [3, happening('pass', { ms: soon })],
  [6, happening('await', { what: awaited })],
  [1, happening('bustle', { ms: aWhile, fates: fc.constant([]) })],
  [1, happening('sweep', { how: asked })],
  [4, happening('mood', { service, mood })],
  [1, happening('policy', { onMessageRefused })],
  [12, operating],
)

const actions = fc
  .tuple(fc.array(booking, { minLength: 1, maxLength: 2 }), fc.array(action, { maxLength: 50, size: 'max' }))
  .map((both) => both.flat())

/** What happens to a clinic before its faults stop, and whether it keeps a booking whose message was refused. */
export const schedules = fc.record({
  onMessageRefused,
  actions,
})

export type Schedule = { onMessageRefused: OnMessageRefused; actions: readonly Action[] }

function happening<Name extends keyof Happenings>(
  happens: Name,
  rest: { [Key in keyof Happenings[Name]]: fc.Arbitrary<Happenings[Name][Key]> },
): fc.Arbitrary<Action> {
  return fc.record({ happens: fc.constant(happens), ...rest }) as fc.Arbitrary<Action>
}

function weighted<T>(...choices: [weight: number, value: T][]): fc.Arbitrary<T> {
  return oneOf(...choices.map(([weight, value]): [number, fc.Arbitrary<T>] => [weight, fc.constant(value)]))
}

function oneOf<T>(...choices: [weight: number, arbitrary: fc.Arbitrary<T>][]): fc.Arbitrary<T> {
  return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })))
}

function oneIn(many: number): fc.Arbitrary<boolean> {
  return weighted([many - 1, false], [1, true])
}
