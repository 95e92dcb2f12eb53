import { expect, test } from 'vitest'
import { readUntaken } from './untaken'

const ours = 'a'.repeat(42)
const theirs = 'b'.repeat(42)
const knows = (id: string) => id === ours

function sent(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
const typed = { form: 'booking', name: 'Amina', email: 'amina@example.org' }
const byReference = (id: string) => ({ $ACTION_REF_1: '', '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }) })

test('a form whose action is known here goes its way', () => {
  expect(readUntaken(sent({ ...typed, [`$ACTION_ID_${ours}`]: '' }), knows)).toBeUndefined()
  expect(readUntaken(sent({ ...typed, ...byReference(ours) }), knows)).toBeUndefined()
})
test.each([
  ['unknown', { [`$ACTION_ID_${theirs}`]: '' }],
  ['unknown, said by reference', byReference(theirs)],
  ['no id at all', { $ACTION_ID_nonsense: '' }],
  ['not readable', { $ACTION_REF_1: '', '$ACTION_1:0': 'nonsense' }],
  ['nowhere', { $ACTION_REF_1: '' }],
])('one whose action is %s comes back with what was typed', (_, action) => {
  expect(readUntaken(sent({ ...typed, ...action }), knows)).toEqual({
    form: 'booking',
    why: 'form_outdated',
    values: { name: 'Amina', email: 'amina@example.org' },
  })
})
test('one that is sent back on purpose says why; a password never comes back', () => {
  const again = { ...typed, untaken: 'signed_in_again', password: 'secret' }
  expect(readUntaken(sent(again), knows)).toMatchObject({ why: 'signed_in_again' })
  expect(JSON.stringify(readUntaken(sent(again), knows))).not.toContain('secret')
})
test('what is no form of ours is none that came back', () => {
  expect(readUntaken(sent({ name: 'Amina' }), knows)).toBeUndefined()
})
