import { type Moment, moments, type Victim, victims } from './round'

type Round = { victim: Victim; moment: Moment }

/** Every moment with everything that can be killed. */
export function everyRound(): Round[] {
  return victims.flatMap((victim) => (Object.keys(moments) as Moment[]).map((moment) => ({ victim, moment })))
}

/** For each victim the moment that asks most of it. */
export const sampledRounds: Round[] = [
  { victim: 'app', moment: 'after the answer' },
  { victim: 'postgres', moment: 'during the call' },
  { victim: 'engine', moment: 'after the commit' },
]

/** Every sixth step, another one for each victim. */
export function isSampled(victim: Victim): (_: unknown, index: number) => boolean {
  return (_, index) => index % 6 === victims.indexOf(victim) * 2
}
