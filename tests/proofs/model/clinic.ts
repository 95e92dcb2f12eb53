import type { OnMessageRefused } from '@/lib/domain/saga/decide'
import type { Operation } from '@/lib/domain/saga/operate'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { type Database, emptyDatabase } from './database'
import { type Outside, workingOutside } from './services'

/**
 * A whole clinic in memory: Carnet's database, the outside world, Inngest's runs, and a clock that only moves when it
 * is told to. What the product decides is the product's own code (`lib/domain`, `lib/event-store/project`); what it
 * does with a database and with Inngest is done over again here, without promises: each place where the product awaits,
 * and where others can therefore come between, is a `yield`. Every file names what it mirrors.
 */
export type Clinic = {
  /** Milliseconds since 1970. */
  now: number
  database: Database
  outside: Outside
  /** Everybody at work, in any order: runs of Inngest, requests of people, sweeps. */
  workers: Worker[]
  onMessageRefused: OnMessageRefused
  /** What operators asked for, with the version they were looking at. */
  operations: Operated[]
  /** How many ids were made. */
  ids: number
}

type Operated = { requestId: string; sagaId: string; operation: Operation; version: number }

/** Work that others can come between: at each yield, before what the yielded word says. */
export type Work<T> = Generator<string, T>

/**
 * What a worker does next: a body that Inngest calls, and calls again until it has answered. Null when it is through.
 */
export type Next = (() => Work<Next>) | null

/** Somebody at work. A run's body is called again after a crash, a person's request is not. */
export type Worker = {
  name: string
  call: () => Work<Next>
  body: Work<Next> | undefined
  /** What it is about to do, while others can come between. */
  standsBefore: string | undefined
  /** Not before this instant, in milliseconds. */
  wakeAt: number
  workedAt: number
  isCalledAgain: boolean
  calls: number
}

/** Settings, shortened where nothing depends on it: a day's outage is a dozen attempts and not three hundred. */
export const settings = {
  stepDeadlineMs: 10_000,
  driverGraceMs: 10_000,
  lateCallMs: minuteMs,
  backoffMs: [15_000, minuteMs, 10 * minuteMs, 2 * hourMs, 6 * hourMs],
  outboxResendMs: 90_000,
  recoveryAfterMs: 2 * minuteMs,
  addressPatienceMs: hourMs,
  noticeHours: 24,
} as const

/** A quarter to eight on a Tuesday morning in Paris. */
const opening = Date.parse('2026-11-24T06:45:00.000Z')

export function openClinic(onMessageRefused: OnMessageRefused): Clinic {
  const database = emptyDatabase()
  const nobody = { workers: [], operations: [], ids: 0 }
  return { now: opening, database, outside: workingOutside(), onMessageRefused, ...nobody }
}

/** What the clock says, as an ISO instant. */
export function clock({ now }: Clinic): string {
  return new Date(now).toISOString()
}

/** Mirrors `newId` of lib/ids.ts, and can be read. */
export function newId(clinic: Clinic): string {
  clinic.ids += 1
  return `#${clinic.ids}`
}

/** Mirrors `idFrom` of lib/ids.ts. */
export function idFrom(namespace: string, name: string): string {
  return `${namespace}/${name}`
}
