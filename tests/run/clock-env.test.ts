import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { minuteMs } from '@/lib/domain/time'
import { clockEnv } from './clock-env'

const at = '2027-03-28T00:59:00.000Z'

/** Every way in which JavaScript says what time it is, in this process and in one that it starts. */
const tellTime = `
  const child = process.argv[1] ?? require('node:child_process').execFileSync(process.execPath, ['-e', 'console.log(Date.now())'])
  const told = [new Date(), Date.now(), Date(), new (class extends Date {})(), Number(child)]
  setTimeout(() => console.log(JSON.stringify([...told, Date.now()].map((time) => +new Date(time)))), 50)`

function timesTold(clock: 'ticks' | 'stands'): number[] {
  const env = { ...process.env, ...clockEnv(at, clock) }
  return JSON.parse(execFileSync(process.execPath, ['-e', tellTime], { env, encoding: 'utf8' }))
}

test('a clock that stands says the same instant for ever, however it is asked and in every process', () => {
  expect([...new Set(timesTold('stands'))]).toEqual([Date.parse(at)])
})

test('a clock that ticks goes on from its instant, and a process that starts later does not begin anew', () => {
  const [first = 0, , , , inChild = 0, last = 0] = timesTold('ticks')
  expect(first - Date.parse(at)).toBeLessThan(30_000)
  expect(inChild).toBeGreaterThan(Date.parse(at))
  expect(last - inChild).toBeGreaterThanOrEqual(49)
  expect(last - Date.parse(at)).toBeLessThan(minuteMs)
})

test('a date that was written stays what was written, and is a Date', () => {
  const written = `
    const day = new Date('2001-02-03T04:05:06Z')
    console.log(JSON.stringify([day, day instanceof Date, day.constructor === Date, new Date(2001, 1).getFullYear()]))`
  const env = { ...process.env, ...clockEnv(at, 'stands') }
  const said = execFileSync(process.execPath, ['-e', written], { env, encoding: 'utf8' })
  expect(JSON.parse(said)).toEqual(['2001-02-03T04:05:06.000Z', true, true, 2001])
})

test('what is no instant is said at once', () => {
  const env = { ...process.env, ...clockEnv('tomorrow', 'ticks') }
  expect(() => execFileSync(process.execPath, ['-e', ''], { env, stdio: 'pipe' })).toThrow(
    'CARNET_AT must be an instant',
  )
})
