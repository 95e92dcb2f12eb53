import { describe, expect, test } from 'vitest'
import { readPhone } from './read-phone'

const read = (typed: string, country = 'FR') => readPhone(typed, country)
const number = (typed: string, country?: string) => {
  const answer = read(typed, country)
  return answer.ok ? answer.value.number : answer.refused
}

describe('in France', () => {
  test.each([
    ...['06 12 34 56 78', '06.12.34.56.78', '06-12-34-56-78', '06/12/34/56/78', '0612345678', '6 12 34 56 78'],
    ...['33612345678', '+33 6 12 34 56 78', '+33612345678', '+33 (0)6 12 34 56 78', '+33 0 6 12 34 56 78'],
    ...['0033 6 12 34 56 78', '0033612345678', '00 33 6 12 34 56 78', 'tel:+33612345678', '06 12 34 56 78 (maman)'],
    ...['\u202A06 12 34 56 78\u202C', '\u2066+33\u00A06\u00A012\u00A034\u00A056\u00A078\u2069'],
    ...['\u202A0033 6 12 34 56 78\u202C', '06\u201112\u201134\u201156\u201178', '06\u00AD12\u200B34\u206056 78'],
    ...[
      '０６１２３４５６７８',
      '＋３３６１２３４５６７８',
      '٠٦١٢٣٤٥٦٧٨',
      '06\u202F12\u202F34\u202F56\u202F78',
      '06 – 12 34 56 78',
    ],
  ])('%s is one mobile number', (typed) => {
    expect(read(typed)).toEqual({ ok: true, value: { number: '+33612345678', takesSms: true } })
  })

  test.each([
    ['0692 12 34 56', '+262692123456'],
    ['0693 12 34 56', '+262693123456'],
    ['0639 01 02 34', '+262639010234'],
    ['0690 12 34 56', '+590690123456'],
    ['0694 12 34 56', '+594694123456'],
    ['0696 12 34 56', '+596696123456'],
    ['0697 12 34 56', '+596697123456'],
    ['0262 12 34 56', '+262262123456'],
    ['0590 27 12 34', '+590590271234'],
    ['0594 12 34 56', '+594594123456'],
    ['+262 692 12 34 56', '+262692123456'],
    ['00262692123456', '+262692123456'],
  ])('%s is of France overseas', (typed, e164) => expect(number(typed)).toBe(e164))

  test.each([
    ['+33 692 12 34 56', '+262 692 12 34 56'],
    ['0033 696 12 34 56', '+596 696 12 34 56'],
    ['+33 590 27 12 34', '+590 590 27 12 34'],
    ['+33 639 01 02 34', '+262 639 01 02 34'],
  ])('%s is asked about', (typed, meant) => {
    expect(read(typed)).toMatchObject({ refused: 'phone_overseas', data: { number: meant } })
  })

  test.each(['07700 900123', '(212) 555-0100', '020 7946 0018', '0151 23456789', '333 123 4567 89'])(
    '%s lacks its country',
    (typed) => expect(number(typed)).toBe('phone_without_country'),
  )

  test.each([
    ...['', 'Amina', '39 98', '06 39 98 00 0', '12345678', '(((((((((', '+', '+33', '+33 6 12 34 56', '+0123456789'],
    ...['112', '15', '3624', '000000000', '+999 12 34 56 78', '+44 7911 12345'],
  ])('%s is not complete', (typed) => expect(number(typed)).toBe('phone_invalid'))
})

test('what regulators keep for stories is taken as it is', () => {
  expect(read('06 39 98 55 21')).toMatchObject({ value: { number: '+33639985521', takesSms: true } })
  expect(read('+44 7700 900123')).toMatchObject({ value: { number: '+447700900123', takesSms: true } })
})

test.each([
  ['01 99 00 01 42', false],
  ['+44 20 7946 0018', false],
  ['0800 123 456', false],
  ['0262 12 34 56', false],
  ['+1 212 555 0100', true],
  ['+41 79 123 45 67', true],
])('%s takes an SMS: %s', (typed, takesSms) => expect(read(typed)).toMatchObject({ ok: true, value: { takesSms } }))

test('elsewhere numbers are dialled as people do there', () => {
  expect(number('07911 123456', 'GB')).toBe('+447911123456')
  expect(number('0692 12 34 56', 'BE')).not.toBe('+262692123456')
  expect(number('06 12 34 56 78', 'GB')).toBe('phone_without_country')
  expect(number('+33612345678', 'nowhere')).toBe('+33612345678')
})
