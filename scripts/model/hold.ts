import fc from 'fast-check'
import type { OnMessageRefused } from '@/lib/domain/saga/decide'
import { type Action, actions } from './actions'
import { type Clinic, openClinic } from './clinic'
import { comeToRest, dealWithEverything, letRemindersFallDue, stopFaults } from './come-to-rest'
import { happen } from './happen'
import { brokenInHistory } from './history'
import { brokenOnTheWay } from './order'
import { brokenAtRest } from './world'

/** What happens to a clinic, and whether it keeps a booking whose message was refused. */
export const schedules = fc.record({
  onMessageRefused: fc.constantFrom<OnMessageRefused>('compensate', 'attention'),
  actions,
})

type Schedule = { onMessageRefused: OnMessageRefused; actions: readonly Action[] }

/**
 * Lets everything happen, stops the faults, waits until all is at rest, has an operator deal with what is left, and lets
 * the reminders fall due. Throws with the sentences that do not hold after each.
 */
export function hold({ onMessageRefused, actions }: Schedule): void {
  const clinic = openClinic(onMessageRefused)
  for (const action of actions) happen(clinic, action)
  stopFaults(clinic)
  for (const stage of [comeToRest, dealWithEverything, letRemindersFallDue]) {
    stage(clinic)
    const broken = brokenAtRest(clinic)
    if (broken.length > 0) throw new Error(`${stage.name}: ${broken.join('; ')}\n${story(clinic)}`)
  }
  const broken = [...brokenInHistory(clinic), ...brokenOnTheWay(clinic)]
  if (broken.length > 0) throw new Error(`${broken.join('; ')}\n${story(clinic)}`)
}

/** Everything that was recorded, in order, for whoever looks into a violation. */
function story({ database }: Clinic): string {
  return database.commits
    .flatMap(({ added }) => added)
    .map(({ at, streamId, event: { type, data } }) => {
      const { step, failure, lateUntil, outcome } = data as Record<string, unknown>
      const about = [step, (failure as { kind: string } | undefined)?.kind, lateUntil, outcome].filter(Boolean)
      return `${at} ${streamId} ${type} ${about.join(' ')}`
    })
    .join('\n')
}
