import { describe, expect, test } from 'vitest'
import type { Merge, PatientEvent } from './events'
import { replay } from './evolve'
import { merge } from './merge'
import { membersOf, type Registered, rootOf } from './patient'
import { shownName } from './patient-facts'
import { register } from './register'
import { undoMerge } from './undo-merge'

const registered = (patientId: string): PatientEvent => ({
  type: 'PatientRegistered',
  data: { patientId, by: 'desk' },
})
const merged = (patientId: string, of: Merge): PatientEvent => ({ type: 'PatientsMerged', data: { patientId, ...of } })
const undone = (patientId: string, of: Merge): PatientEvent => ({ type: 'MergeUndone', data: { patientId, ...of } })

const known = (id: string, ...events: PatientEvent[]) => replay([registered(id), ...events]) as Registered
const absent = replay([])
const first: Merge = { mergeId: 'first', rootId: 'amina', members: ['guest'] }
const second: Merge = { mergeId: 'second', rootId: 'theo', members: ['amina', 'guest'] }

test('who is registered already stays so', () => {
  expect(register(absent, { patientId: 'amina', by: 'desk' }).value).toEqual([registered('amina')])
  expect(register(known('amina'), { patientId: 'amina', by: 'booking' }).value).toEqual([])
})

describe('a merge', () => {
  test('makes one record an alias of the other, with everyone who was an alias of it', () => {
    expect(merge(known('guest'), known('amina'), 'first')).toEqual({ ok: true, value: first })
    expect(merge(known('amina', merged('amina', first)), known('theo'), 'second')).toEqual({ ok: true, value: second })
  })
  test('is of two roots alone', () => {
    const alias = known('guest', merged('guest', first))
    expect(merge(alias, known('theo'), 'x')).toMatchObject({ ok: false, refused: 'patient_merged' })
    expect(merge(known('theo'), alias, 'x')).toMatchObject({ ok: false, refused: 'patient_merged' })
    expect(merge(known('theo'), known('theo'), 'x')).toMatchObject({ ok: false, refused: 'same_patient' })
    expect(merge(known('theo'), absent, 'x')).toMatchObject({ ok: false, refused: 'patient_unknown' })
  })
  test('leaves no chain: an alias of an alias names the last root', () => {
    const guest = known('guest', merged('guest', first), merged('guest', second))
    const amina = known('amina', merged('amina', first), merged('amina', second))
    expect([rootOf(guest), rootOf(amina)]).toEqual(['theo', 'theo'])
    expect(membersOf(known('theo', merged('theo', second)))).toEqual(['amina', 'guest'])
  })
})

describe('undoing a merge', () => {
  const theo = known('theo', merged('theo', second))
  test('takes back just what it did: who came along goes back to the root they had', () => {
    expect(undoMerge(theo, 'second')).toEqual({ ok: true, value: second })
    const guest = known('guest', merged('guest', first), merged('guest', second), undone('guest', second))
    const amina = known('amina', merged('amina', first), merged('amina', second), undone('amina', second))
    expect([rootOf(guest), rootOf(amina), membersOf(amina)]).toEqual(['amina', 'amina', ['guest']])
    expect(membersOf(known('theo', merged('theo', second), undone('theo', second)))).toEqual([])
  })
  test('is refused while a later merge of its root stands, and when it does not stand any more', () => {
    const amina = known('amina', merged('amina', first), merged('amina', second))
    expect(undoMerge(amina, 'first')).toMatchObject({ ok: false, refused: 'merge_overtaken' })
    expect(undoMerge(theo, 'first')).toMatchObject({ ok: false, refused: 'merge_unknown' })
    expect(undoMerge(absent, 'first')).toMatchObject({ ok: false, refused: 'patient_unknown' })
  })
})

test('people are called by their first first name and the name they go by', () => {
  const facts = { firstNames: 'Anne-Lise Marie', birthName: 'Garnier', usedName: null }
  expect(shownName(facts)).toBe('Anne-Lise Garnier')
  expect(shownName({ ...facts, usedName: 'Petit' })).toBe('Anne-Lise Petit')
})
