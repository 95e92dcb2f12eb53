import { describe, expect, test } from 'vitest'
import { causeParam, cursorParam, readCursor, readFilters, readWithout, searchOf, searchParam } from './saga-address'
import type { SagaCursor } from './saga-list'
import { failedFirst, readOrder } from './saga-order'

const now = '2026-11-24T09:00:00.000Z'
const doctors = [{ id: 'the-id', slug: 'helene-vasseur' }]
const read = (params: Parameters<typeof readFilters>[0]) => readFilters(params, { doctors, now })

test('an address says which sagas are asked for', () => {
  expect(
    read({
      tab: 'undone',
      type: 'appointment-created',
      doctor: 'helene-vasseur',
      period: 'day',
      cause: 'attention.mail.permanent',
    }),
  ).toEqual({
    tab: 'undone',
    type: 'appointment-created',
    doctorId: 'the-id',
    since: '2026-11-23T09:00:00.000Z',
    cause: { state: 'attention', service: 'mail', kind: 'permanent' },
    search: null,
  })
})

test('what it says wrongly does not narrow', () => {
  const nothing = { tab: null, type: null, doctorId: null, since: null, cause: null, search: null }
  expect(read({ tab: 'toString', doctor: 'nobody', period: 'aeon', cause: 'x.y.z', sealed: 'nonsense' })).toEqual(
    nothing,
  )
  expect(read({})).toEqual(nothing)
})

describe('a search', () => {
  test.each(['Élise Caron', 'elise@example.org', 'decade', '06 39 98 00 01'])(
    'for %s is sealed in the address',
    (search) => {
      const param = searchParam(search)
      expect(Object.keys(param)).toEqual(['sealed'])
      expect(JSON.stringify(param)).not.toContain(search.slice(0, 5))
      expect(searchOf(param)).toBe(search)
    },
  )
  test.each(['A874F38C', 'a874f38c-0393-5002-b287-4148db46ccd5'])('for the id %s stands open', (search) => {
    expect(searchParam(` ${search} `)).toEqual({ q: search })
  })
  test('for nothing says nothing', () => expect(searchParam('  ')).toEqual({}))
})

describe('a place in the list', () => {
  const cursor: SagaCursor = {
    side: 'before',
    key: 3,
    updatedAt: '2026-11-24T08:59:59.123Z',
    sagaId: 'a874f38c-0393-5002-b287-4148db46ccd5',
  }
  test('is read as it was written', () => expect(readCursor(cursorParam(cursor))).toEqual(cursor))
  test.each(['', '-1_1_a874f38c-0393-5002-b287-4148db46ccd5', '3_x_a874f38c-0393-5002-b287-4148db46ccd5', '3_1_1'])(
    'that is none, as %s, begins at the first page',
    (after) => expect(readCursor({ after })).toBeNull(),
  )
})

test('a cause is read as it was written', () => {
  const cause = { state: 'retrying', service: 'calendar', kind: 'rate_limited' } as const
  expect(read({ cause: causeParam(cause) }).cause).toEqual(cause)
})

test('an address says by which column the list is put in order, and which columns it does without', () => {
  expect(readOrder('tries')).toEqual({ by: 'tries', isAscending: true })
  expect(readOrder('-visit')).toEqual({ by: 'visit', isAscending: false })
  for (const wrong of [undefined, '', '--visit', 'toString', 'name']) expect(readOrder(wrong)).toEqual(failedFirst)
  expect(readWithout('why.visit.tries')).toEqual(['why', 'tries'])
  expect(readWithout()).toEqual([])
})
