import { setTimeout as sleep } from 'node:timers/promises'
import { appointmentIdOf } from '@/lib/commands/visit/create-appointment'
import type { Db } from '@/lib/db/client'
import type { OpeningHours } from '@/lib/domain/schedule/doctor-schedule'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import type { Doctor, ScheduledDoctor } from '@/lib/queries/people/doctors'
import { listOpenSlots, usualVisit } from '@/lib/queries/visit/open-slots'
import { checkAnswers } from './check-answers'
import { checkClaims } from './check-claims'
import { outcomeOf, type Raced, rush, type Wish, wish } from './client'
import { callOff, endMove } from './endings'
import { roundDoctor } from './round-doctor'

/** A visit may begin every five minutes of this many and is never longer than these minutes, so that offers overlap. */
const starts = 120
const longest = 45

/** How many visits there are before the rush, an hour and a half apart; and how often each is asked to move in it. */
const visits = 6
const movesEach = 8

/**
 * So many clients book overlapping time of one doctor and move visits about in it, while moves of before are carried
 * out or taken back, a visit is called off, and the doctor changes how long a visit is.
 */
export async function raceAmongMoves(dbs: readonly Db[], clients: number, round: number): Promise<Raced> {
  const [db] = dbs as [Db]
  const doctor = await roundDoctor(db, tuesdays(), 5)
  const first = await firstOfDay(db, doctor)
  const at = (number: number) => laterBy(first, (number % starts) * 5 * minuteMs)
  const early = Array.from({ length: visits }, (_, number) => wish(at(number * 18)))
  const own = await rush(dbs, doctor, early)
  const ids = own.map(({ requestId }) => appointmentIdOf(requestId))
  const [, , , calledOff = '', released = '', reverted = ''] = ids
  const before = await rush(dbs, doctor, [wish(at(4 * 18 + 10), released), wish(at(5 * 18 + 10), reverted)])

  const wishes = Array.from({ length: clients }, (_, number): Wish => {
    const place = at(number * 37 + round * 11 + 1)
    return number < visits * movesEach ? wish(place, ids[number % visits]) : wish(place)
  })
  const isOver = new AbortController()
  const changes = changeVisitMinutes(db, doctor, isOver.signal)
  const [told] = await Promise.all([
    rush(dbs, doctor, wishes, 100),
    sleep((round % 6) * 60).then(() => callOff(db, calledOff)),
    sleep((round % 5) * 60).then(() => endMove(db, released, 'released')),
    sleep((round % 5) * 60).then(() => endMove(db, reverted, 'reverted')),
  ])
  isOver.abort()
  await changes

  const prepared = [...own, ...before].filter((answer) => outcomeOf(answer) !== 'accepted')
  const all = [...own, ...before, ...told]
  const found = [
    ...prepared.map((answer) => `What came before the rush was ${outcomeOf(answer)}.`),
    ...(await checkAnswers(db, doctor.id, all, longest * minuteMs)),
    ...(await checkClaims(db, doctor.id)),
  ]
  await Promise.all(ids.map((id, number) => endMove(db, id, number % 2 ? 'released' : 'reverted')))
  return { told, violations: [...found, ...(await checkClaims(db, doctor.id))] }
}

/** Tuesdays from eight on, until the longest visit ends that begins last. */
function tuesdays(): OpeningHours[] {
  const closes = clock(8 * 60 + (starts - 1) * 5 + longest)
  return [{ weekday: 2, opens: '08:00', closes, fromDay: null, untilDay: null }]
}

/** Minutes after midnight as `HH:MM`. */
function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** When the next day begins that is wholly before us. */
async function firstOfDay(db: Db, doctor: ScheduledDoctor): Promise<string> {
  const wanted = { doctor, length: { ...usualVisit(doctor), minutes: longest } }
  const open = await listOpenSlots(db, [wanted], { now: isoNow(), days: 15 })
  const offered = open.get(doctor.id)?.slots ?? []
  const day = (index: number) => offered[index]?.startsAt.slice(0, 10)
  return offered.find((_, index) => day(index) === day(index + starts - 1))?.startsAt ?? ''
}

async function changeVisitMinutes(db: Db, { id }: Doctor, isOver: AbortSignal): Promise<void> {
  for (let count = 0; !isOver.aborted; count++) {
    const minutes = [25, 40, 30, longest, 35][count % 5] ?? longest
    await db.visitType.updateMany({ where: { doctorId: id }, data: { minutes } })
    await sleep(20)
  }
}
