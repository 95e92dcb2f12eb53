import { minuteMs } from '@/lib/domain/time'
import type { FailpointName } from '@/lib/failpoint'
import { waitUntil } from '@/scripts/launch/wait-until'
import { check, readLedger, type Violation } from './check'
import type { Lab } from './lab'
import { rest } from './rest'
import { begin, callOf, needsConfirmation, prepare, type Scenario } from './scenarios'
import type { Visit, Visits } from './visits'

/** The moments of a step at which something is killed, and where in the runner each is waited for. */
export const moments = {
  'before the intent': 'before-intent',
  'after the intent': 'after-intent',
  'during the call': 'before-intent',
  'after the answer': 'after-answer',
  'after the commit': 'after-outcome',
  'after the step': 'after-outcome',
} as const satisfies Record<string, FailpointName>

export type Moment = keyof typeof moments
export const victims = ['app', 'postgres', 'engine'] as const
export type Victim = (typeof victims)[number]

/** One step at which one thing is killed at one moment. */
export type Cell = { scenario: Scenario; moment: Moment; victim: Victim }
export type Judged = Cell & { violations: Violation[] }

type Case = { scenario: Scenario; visit: Visit; sagaId: string }

const patienceMs = minuteMs

/**
 * One kill for many cells: a visit for each is brought to its step, all of them wait there, the victim is killed and
 * started again, faults stop, and when everything is at rest each visit is judged.
 */
export async function playRound(
  lab: Lab,
  visits: Visits,
  { scenarios, moment, victim }: { scenarios: readonly Scenario[]; moment: Moment; victim: Victim },
): Promise<Judged[]> {
  const cases = await bringToStep(lab, visits, scenarios, moments[moment])
  if (moment === 'during the call') await letCallsHang(lab, cases)
  if (moment === 'after the step') await letStepsEnd(lab, cases)

  await lab[victim].kill()
  if (victim === 'engine') await lab.wipeEngine()
  await lab[victim].start()
  lab.failpoints.release()
  await lab.world.forgive()
  const late = await rest(lab.db)
  const found = [...late, ...(await check(lab.db, await readLedger(lab)))]
  const ends = await Promise.all(cases.map((trial) => checkEnd(lab, trial)))
  const isOfCase = ({ appointmentId }: Violation) => cases.some(({ visit }) => visit.id === appointmentId)
  return cases.map(({ scenario, visit }, index) => {
    const own = found.filter(({ appointmentId }) => appointmentId === visit.id)
    const nobodys = index === 0 ? found.filter((finding) => !isOfCase(finding)) : []
    return { scenario, moment, victim, violations: [...own, ...nobodys, ...(ends[index] ?? [])] }
  })
}

/** Every scenario's saga is born, and waits at its step. */
async function bringToStep(
  lab: Lab,
  visits: Visits,
  scenarios: readonly Scenario[],
  point: FailpointName,
): Promise<Case[]> {
  const prepared = []
  for (const scenario of scenarios) prepared.push({ scenario, visit: await prepare(scenario, visits) })
  await rest(lab.db)
  for (const { scenario, visit } of prepared) if (visit && needsConfirmation(scenario.type)) await visits.confirm(visit)
  await rest(lab.db)

  lab.failpoints.holdStrangers()
  const cases: Case[] = []
  for (const { scenario, visit: known } of prepared) {
    const visit = await begin(scenario, known, visits)
    if (scenario.isBackward) await lab.world.misbehave(refusalOfTexts(visit))
    const where = { subjectId: visit.id, type: scenario.type }
    const { sagaId } = await lab.db.saga.findFirstOrThrow({ where })
    lab.failpoints.runTo({ name: point, sagaId, step: scenario.step })
    cases.push({ scenario, visit, sagaId })
  }
  const isThere = ({ sagaId }: Case) => lab.failpoints.isAt(sagaId)
  await waitUntil(async () => cases.every(isThere), patienceMs, 'Not every saga came to its step.').catch((error) => {
    const missing = cases.filter((trial) => !isThere(trial)).map(({ scenario: { type, step } }) => `${type}/${step}`)
    throw new Error(`${error.message} Missing at ${point}: ${missing.join(', ')}`)
  })
  return cases
}

const refusalOfTexts = ({ phone }: Visit) =>
  ({ service: 'sms', operation: 'send', match: phone, mode: 'refuse', times: null }) as const

/**
 * The world does what it is asked and does not answer. A step that touches our own database alone has answered at once.
 */
async function letCallsHang({ world, failpoints }: Lab, cases: readonly Case[]): Promise<void> {
  const calls = cases.flatMap((trial) => callOf(trial.scenario, trial.visit) ?? [])
  for (const call of calls) await world.misbehave({ ...call, mode: 'hang-after', times: 1 })
  for (const one of cases) {
    const after = callOf(one.scenario, one.visit) ? 'after-outcome' : 'after-answer'
    failpoints.runTo({ name: after, sagaId: one.sagaId, step: one.scenario.step })
  }
  const hanging = async () => (await world.ledger()).filter(({ mode }) => mode === 'hang-after').length
  const before = (await hanging()) - calls.length
  await waitUntil(
    async () => (await hanging()) >= calls.length + Math.max(before, 0),
    patienceMs,
    'A call does not hang.',
  )
  const ours = cases.filter(({ scenario, visit }) => !callOf(scenario, visit))
  await waitUntil(
    async () => ours.every(({ sagaId }) => failpoints.isAt(sagaId)),
    patienceMs,
    'A step does not answer.',
  )
}

/** The scheduler has heard of the step: the next one is about to begin, or the saga has ended. */
async function letStepsEnd({ db, failpoints }: Lab, cases: readonly Case[]): Promise<void> {
  const state = (sagaId: string) => db.saga.findUniqueOrThrow({ where: { sagaId } })
  for (const { sagaId } of cases) {
    const { step } = (await state(sagaId)).data as { step: string | null }
    failpoints.runTo({ name: 'before-intent', sagaId, step: step ?? '' })
  }
  const isBeyond = async ({ sagaId }: Case) => {
    if (failpoints.isAt(sagaId)) return true
    return ['COMPLETED', 'FAILED'].includes((await state(sagaId)).status)
  }
  const areBeyond = async () => (await Promise.all(cases.map(isBeyond))).every(Boolean)
  await waitUntil(areBeyond, patienceMs, 'A step does not end.')
}

/**
 * A saga whose world only crashed ends done, one whose SMS was refused ends undone, and neither asks for a person; one
 * whose patient nobody reaches ends done, and the desk is asked in the end.
 */
async function checkEnd({ db }: Lab, { scenario, visit, sagaId }: Case): Promise<Violation[]> {
  const { outcome, needsAttention, status } = await db.saga.findUniqueOrThrow({ where: { sagaId } })
  const wanted = scenario.isBackward ? 'undone' : 'done'
  if (outcome === wanted && needsAttention === scenario.isUnreached) return []
  const detail = { sagaId, status, outcome, needsAttention }
  return [
    {
      rule: `The saga ends ${wanted}, and asks for ${scenario.isUnreached ? 'a person' : 'nobody'}.`,
      appointmentId: visit.id,
      detail,
    },
  ]
}
