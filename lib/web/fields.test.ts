import { describe, expect, test } from 'vitest'
import { limits } from '@/lib/domain/limits'
import { accept, refuse } from '@/lib/result'
import { checked, choice, email, type Field, form, id, list, password, readBy, text } from './fields'
import { readForm } from './form-action'

const person = form({
  requestId: id(),
  name: text({ limit: 'personName', missing: 'name_missing', tooLong: 'name_too_long' }),
  email: email(),
  role: choice(['staff', 'admin'], 'choose_one'),
})
const amina = {
  requestId: '6f1c2b54-7d0c-4b83-9b1f-0d0a3e6f6f01',
  name: ' Amina Benali ',
  email: 'amina@example.org',
  role: 'staff',
}

describe('a form', () => {
  test('is read without the spaces around a text, and without what it has no field for', () => {
    const sent = { ...amina, extra: 'x' }
    expect(readForm(person, sent)).toEqual({ ok: true, value: { ...amina, name: 'Amina Benali' } })
  })

  test('is read without what is invisible in a name or an address', () => {
    const pasted = {
      ...amina,
      name: '\u202AAmina\u00A0Be\u00ADnali\u202C',
      email: '\u2066amina\u200B@example.org\u2069',
    }
    expect(readForm(person, pasted)).toMatchObject({ value: { name: 'Amina Benali', email: 'amina@example.org' } })
    expect(refused(person, { ...amina, name: '\u200B\u00A0' })).toMatchObject([{ name: 'name_missing' }])
  })

  test('names each field that is wrong once, and why', () => {
    expect(refused(person, { ...amina, name: '  ', email: 'amina' })).toEqual([
      { field: 'name', name: 'name_missing', data: null },
      { field: 'email', name: 'email_no_at', data: null },
    ])
    expect(refused(person, { ...amina, email: 'amina@' })).toMatchObject([{ name: 'email_invalid' }])
  })

  test('tells how long a text may be, and takes one that is as long', () => {
    const longest = 'a'.repeat(limits.personName)
    expect(readForm(person, { ...amina, name: longest }).ok).toBe(true)
    expect(refused(person, { ...amina, name: `${longest}a` })).toEqual([
      { field: 'name', name: 'name_too_long', data: { max: limits.personName } },
    ])
  })

  test('that none of our pages sends is an expired page, whatever is wrong with it', () => {
    expect(refused(person, { ...amina, requestId: 'x' })).toMatchObject([{ name: 'request_invalid' }])
    expect(refused(person, { ...amina, name: new File([], 'x') })).toMatchObject([{ name: 'request_invalid' }])
    expect(refused(person, { ...amina, role: 'doctor' })).toMatchObject([{ name: 'choose_one' }])
  })
})

test('several sentences keep what some scripts write with and nobody sees', () => {
  const note = form({ note: text({ limit: 'words' }) })
  expect(readForm(note, { note: ' می\u200Cخواهم\n' })).toMatchObject({ value: { note: 'می\u200Cخواهم' } })
})

test('a password keeps its spaces, and one that is too long is only wrong', () => {
  const signIn = form({ password: password('password', 'password_missing', 'wrong_credentials') })
  expect(readForm(signIn, { password: ' x ' })).toEqual({ ok: true, value: { password: ' x ' } })
  expect(refused(signIn, { password: 'x'.repeat(limits.password + 1) })).toMatchObject([{ name: 'wrong_credentials' }])
})

test('of many, at least one is chosen', () => {
  const chosen = form({
    ids: list(
      checked(id(), () => true, 'request_invalid'),
      2,
      'none_chosen',
    ),
  })
  expect(refused(chosen, { ids: [] })).toMatchObject([{ field: 'ids', name: 'none_chosen' }])
  expect(readForm(chosen, { ids: [amina.requestId] }).ok).toBe(true)
})

test('a field is refused as its reader refuses it, and is what the reader made of it', () => {
  const reader = (typed: string) =>
    typed === '0692' ? refuse('phone_overseas', { number: '+262 692' }) : accept(typed.length)
  const count = form({ phone: readBy(text({ limit: 'phone' }), reader) })
  expect(readForm(count, { phone: 'four' })).toEqual({ ok: true, value: { phone: 4 } })
  const sentence = { field: 'phone', name: 'phone_overseas', data: { number: '+262 692' } }
  expect(refused(count, { phone: '0692' })).toEqual([sentence])
})

function refused(fields: Field<unknown>, sent: Record<string, unknown>) {
  const read = readForm(fields, sent)
  return read.ok ? [] : read.refusals
}
