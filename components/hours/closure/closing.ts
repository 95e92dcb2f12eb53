import type { ClosureChoice } from '@/lib/domain/schedule/closure'

/** A visit that a closed time hits. Instants are ISO strings. */
export type HitVisit = {
  id: string
  startsAt: string
  patientName: string
  phone: string | null
  visitType: { fr: string; en: string } | null
  /** Whether a mail reaches whoever it is for. */
  isReachable: boolean
}

/** Another hour for each visit, by its id. */
export type Proposals = Readonly<Record<string, string>>

/** How many are called off, moved and left, and how many somebody has to call. */
export function tallyOf(
  visits: readonly HitVisit[],
  choiceOf: (visit: HitVisit) => ClosureChoice,
  proposals: Proposals | undefined,
) {
  const tally = { rebook: 0, move: 0, leave: 0, call: 0 }
  for (const visit of visits) {
    const choice = choiceOf(visit)
    const hasNoHour = choice === 'move' && proposals !== undefined && !proposals[visit.id]
    if (!hasNoHour) tally[choice]++
    if (hasNoHour || (choice !== 'leave' && !visit.isReachable)) tally.call++
  }
  return tally
}
