import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Merge, PatientEvent } from '@/lib/domain/patient/events'
import { replay } from '@/lib/domain/patient/evolve'
import { merge } from '@/lib/domain/patient/merge'
import { type PatientRecord, type Registered, rootOf } from '@/lib/domain/patient/patient'
import { undoMerge } from '@/lib/domain/patient/undo-merge'

/** What somebody could have built wrong. The model finds each. */
type Mutant = 'none' | 'no version on the second stream' | 'chain instead of root'

const people = ['ana', 'bea', 'cyd', 'dov'] as const
type Person = (typeof people)[number]
type Streams = Map<string, PatientEvent[]>

/** Somebody reads and decides at once, and records when others may have recorded in between. */
type Step =
  | { what: 'merge'; alias: Person; root: Person }
  | { what: 'undo'; root: Person; nth: number }
  | { what: 'book'; who: Person }
  | { what: 'record'; nth: number }

const person = fc.constantFrom(...people)
const steps = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('merge' as const), alias: person, root: person }),
    fc.record({ what: fc.constant('undo' as const), root: person, nth: fc.nat(3) }),
    fc.record({ what: fc.constant('book' as const), who: person }),
    fc.record({ what: fc.constant('record' as const), nth: fc.nat(3) }),
  ),
  { maxLength: 40 },
)

/** What was decided: what is to be added to which stream, and the version that is expected of it. */
type Open = { type: 'PatientsMerged' | 'MergeUndone'; merge: Merge; expected: Map<string, number> }

/** Returns what breaks the promises at the first commit that does, or nothing. */
function run(taken: readonly Step[], mutant: Mutant): string | undefined {
  const streams: Streams = new Map(
    people.map((id) => [id, [{ type: 'PatientRegistered', data: { patientId: id, by: 'desk' } }]]),
  )
  const visits: Person[] = []
  const open: Open[] = []
  let count = 0
  for (const step of taken) {
    if (step.what === 'book') visits.push(step.who)
    if (step.what === 'merge' || step.what === 'undo') open.push(...decide(streams, step, `m${count++}`, mutant))
    if (step.what !== 'record' || open.length === 0) continue
    const [chosen] = open.splice(step.nth % open.length, 1)
    const before = known(streams)
    if (!chosen || !isRecorded(streams, chosen, mutant)) continue
    const broken = brokenIn(streams, chosen, before, visits)
    if (broken) return broken
  }
  return undefined
}

function decide(streams: Streams, step: Step, mergeId: string, mutant: Mutant): Open[] {
  const record = (id: string): PatientRecord => replay(streams.get(id) ?? [])
  if (step.what === 'merge') {
    const decided = merge(record(step.alias), record(step.root), mergeId)
    if (!decided.ok) return []
    const members = mutant === 'chain instead of root' ? [step.alias] : decided.value.members
    return [opened(streams, 'PatientsMerged', { ...decided.value, members })]
  }
  if (step.what !== 'undo') return []
  const root = record(step.root)
  const stands = root.state === 'absent' ? [] : root.took
  const decided = undoMerge(root, stands[step.nth % Math.max(1, stands.length)]?.mergeId ?? '')
  return decided.ok ? [opened(streams, 'MergeUndone', decided.value)] : []
}

function opened(streams: Streams, type: Open['type'], of: Merge): Open {
  const ids = [of.rootId, ...of.members]
  return { type, merge: of, expected: new Map(ids.map((id) => [id, streams.get(id)?.length ?? 0])) }
}

/** All or nothing: the version of every stream is as it was read. */
function isRecorded(streams: Streams, { type, merge: of, expected }: Open, mutant: Mutant): boolean {
  const guarded = mutant === 'no version on the second stream' ? [of.rootId] : [...expected.keys()]
  if (guarded.some((id) => streams.get(id)?.length !== expected.get(id))) return false
  for (const id of expected.keys()) streams.get(id)?.push({ type, data: { patientId: id, ...of } })
  return true
}

function known(streams: Streams): Map<string, Registered> {
  return new Map([...streams].map(([id, events]) => [id, replay(events) as Registered]))
}

function brokenIn(streams: Streams, { type, merge: of }: Open, before: Map<string, Registered>, visits: Person[]) {
  const now = known(streams)
  const root = (id: string) => rootOf(now.get(id) as Registered)
  const chained = people.find((id) => root(root(id)) !== root(id))
  if (chained) return `${chained} names an alias`
  for (const record of now.values())
    for (const { members, mergeId } of record.took)
      for (const id of members)
        if (!now.get(id)?.into.some((one) => one.mergeId === mergeId)) return `${id} has left ${record.id} one-sidedly`
  const others = people.filter((id) => id !== of.rootId && !of.members.includes(id))
  const moved = others.find((id) => root(id) !== rootOf(before.get(id) as Registered))
  if (moved) return `${moved} was moved by the merge of others`
  if (type === 'PatientsMerged') {
    // Nobody is left behind: a visit of whoever was known as the alias is found on the root's card.
    const [alias = ''] = of.members
    const left = visits.find((id) => rootOf(before.get(id) as Registered) === alias && root(id) !== of.rootId)
    if (left) return `a visit of ${left} is on no card`
  }
  return undefined
}

const found = (mutant: Mutant) =>
  fc.check(
    fc.property(steps, (taken) => run(taken, mutant) === undefined),
    { numRuns: 5_000, seed: 7 },
  )

test('whoever books, merges and takes back in whatever order, nobody is lost between two records', () => {
  const { failed, counterexample } = found('none')
  expect(counterexample?.[0] && run(counterexample[0], 'none')).toBeFalsy()
  expect(failed).toBe(false)
})

test.each(['no version on the second stream', 'chain instead of root'] as const)('%s is found', (mutant) => {
  expect(found(mutant).failed).toBe(true)
})
