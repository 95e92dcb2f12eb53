import { describe, expect, test } from 'vitest'
import { type FirstHours, readFirstHours } from './first-hours'
import { mayOpen, nextStep, type SetUpDone, shownStep } from './steps'

const week: FirstHours = {
  weekdays: [1, 3],
  morningFrom: '8h30',
  morningUntil: '12:30',
  afternoonFrom: '14:00',
  afternoonUntil: '18:00',
  minutes: 20,
}
const read = (change: Partial<FirstHours>) => readFirstHours({ ...week, ...change })
const refusals = (change: Partial<FirstHours>) => {
  const answer = read(change)
  return answer.ok ? [] : answer.data.map(({ field, name }) => `${field} ${name}`)
}

describe('an ordinary week', () => {
  test('is the same on each of its days', () => {
    const answer = read({})
    expect(answer.ok && answer.value).toMatchObject({
      stepMinutes: 20,
      hours: [1, 3].flatMap((weekday) => [
        { weekday, opens: '08:30', closes: '12:30' },
        { weekday, opens: '14:00', closes: '18:00' },
      ]),
    })
  })

  test('may have no afternoon', () => {
    const answer = read({ afternoonFrom: '', afternoonUntil: '' })
    expect(answer.ok && answer.value.hours).toHaveLength(2)
  })

  test.each<[Partial<FirstHours>, string[]]>([
    [{ weekdays: [] }, ['weekdays choose_one']],
    [{ morningFrom: 'early' }, ['morningFrom clock_unknown']],
    [{ morningUntil: '08:00' }, ['morningUntil ends_before_begins']],
    [{ afternoonUntil: '' }, ['afternoonUntil clock_unknown']],
    [{ afternoonFrom: '12:00' }, ['afternoonFrom openings_overlap']],
    [{ morningFrom: '', afternoonFrom: 'x' }, ['morningFrom clock_unknown', 'afternoonFrom clock_unknown']],
  ])('%j is refused beside its field, once', (change, refused) => {
    expect(refusals(change)).toEqual(refused)
  })
})

describe('the steps', () => {
  const none: SetUpDone = { clinic: false, you: false, doctor: false, hours: false, mail: false }
  const all: SetUpDone = { clinic: true, you: true, doctor: true, hours: true, mail: true }

  test('come one after the other', () => {
    expect(nextStep(none)).toBe('clinic')
    expect(nextStep({ ...none, clinic: true })).toBe('you')
    expect(nextStep(all)).toBe('open')
  })

  test('can be gone back to, not ahead of', () => {
    expect(shownStep('you', { ...all, hours: false })).toBe('you')
    expect(shownStep('open', { ...all, hours: false })).toBe('hours')
    expect(shownStep('nonsense', none)).toBe('clinic')
    expect(shownStep(undefined, { ...none, clinic: true })).toBe('you')
  })

  test('the mail may wait, and nothing else', () => {
    expect(mayOpen({ ...all, mail: false })).toBe(true)
    for (const step of ['clinic', 'you', 'doctor', 'hours'] as const)
      expect(mayOpen({ ...all, [step]: false })).toBe(false)
  })
})
