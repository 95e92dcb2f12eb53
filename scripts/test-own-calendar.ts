import { alignCalendar, listAlignments, type Work } from '@/lib/commands/align-calendar'
import { keepCalendar } from '@/lib/commands/connect-calendar'
import { findKeptCalendar } from '@/lib/queries/own-calendar'
import { doctors } from '@/prisma/cast'
import { carryToRest } from './carry-to-rest'
import { book } from './test-clinic'
import { createTestDatabase } from './test-database'
import { startLossyProxy } from './test-lossy'
import { radicaleUser, startRadicale } from './test-radicale'

const doctorId = doctors.helene.id
export const durations = { deadlineMs: 10_000, lateMs: 60_000 }
export const now = () => new Date().toISOString()

/** What comparing answers with; what is not named is none. */
export const outcome = (some: object) => {
  return { ok: true, value: { right: 0, written: 0, removed: 0, at_work: 0, ...some } }
}

export type TestOwnCalendar = Awaited<ReturnType<typeof startOwnCalendar>>

/** Dre Vasseur's clinic with a calendar on a Radicale of its own, not connected yet, and a proxy before it. */
export async function startOwnCalendar(postgresUrl: string) {
  const database = await createTestDatabase(postgresUrl)
  const { db } = database
  const radicale = await startRadicale()
  const proxy = await startLossyProxy(radicale.url)
  const path = new URL(await radicale.makeCalendar('visits')).pathname
  const objectOf = (id: string) => `${path}${id}.ics`
  return {
    db,
    doctorId,
    radicale,
    proxy,
    objectOf,
    connect: (password = radicaleUser.password) =>
      keepCalendar(db, { doctorId, url: proxy.url + path, name: 'visits', ...radicaleUser, password }, now()),
    kept: () => findKeptCalendar(db, doctorId),
    /** How a visit stands in the calendar; null when it does not. */
    async shown(id: string) {
      const answer = await radicale.ask('GET', objectOf(id))
      if (!answer.ok) return null
      const ics = await answer.text()
      const [, status] = /^STATUS:(.*?)\r?$/m.exec(ics) ?? []
      const [, at = ''] = /^DTSTART:(.*?)Z\r?$/m.exec(ics) ?? []
      return { status, at: at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6.000Z') }
    },
    async align(work: Work = 'compare') {
      const listed = await listAlignments(db, doctorId, work, now(), durations)
      return listed.ok ? alignCalendar(db, { doctorId, work, ids: listed.value }, durations) : listed
    },
    /** Visits of the doctor's free hours with these numbers, booked and carried to rest. */
    async booked(...numbers: number[]) {
      const ids: string[] = []
      for (const number of numbers) ids.push(await book(db, number))
      await carryToRest(db)
      return ids
    },
    async stop() {
      await proxy.stop()
      await radicale.stop()
      await database.drop()
    },
  }
}
