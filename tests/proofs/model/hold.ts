import { brokenAtRest } from './broken-at-rest'
import { brokenInHistory } from './broken-in-history'
import { brokenOnTheWay } from './broken-on-the-way'
import { type Clinic, openClinic } from './clinic'
import { comeToRest, dealWithEverything, letRemindersFallDue, stopFaults } from './come-to-rest'
import { happen } from './happen'
import type { Schedule } from './schedules'

/**
 * Lets everything happen, stops the faults, waits until all is at rest, has an operator deal with what is left, and
 * lets the reminders fall due. Throws with the sentences that do not hold after each.
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
