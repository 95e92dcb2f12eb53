import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import { builtInCalendar } from './built-in-calendar'
import { caldavCalendar } from './caldav'
import { timed } from './call-metrics'
import { type Circuit, throughCircuit } from './circuit'
import { noted } from './own-calendar'
import type { Calendar } from './ports'

/**
 * Where visits are written: the doctor's own calendar, if they have connected one, then the built-in one. Each is safe to
 * repeat, so when the second fails, both are done again.
 */
export function calendarOf(db: Db): Calendar {
  const builtIn = guarded(db, { service: 'calendar' }, builtInCalendar(db))
  return {
    async addEvent(entry, call) {
      await (await findOwn(db, entry.doctorId))?.addEvent(entry, call)
      await builtIn.addEvent(entry, call)
    },
    async updateEvent(entry, call) {
      await (await findOwn(db, entry.doctorId))?.updateEvent(entry, call)
      await builtIn.updateEvent(entry, call)
    },
    async removeEvent(event, call) {
      await (await findOwn(db, event.doctorId))?.removeEvent(event, call)
      await builtIn.removeEvent(event, call)
    },
  }
}

/** One doctor's server that is away is left alone; it holds up nobody else's. */
async function findOwn(db: Db, doctorId: string): Promise<Calendar | undefined> {
  const account = await db.calendarAccount.findUnique({ where: { doctorId } })
  if (!account) return undefined
  const password = open(account.password, 'calendar_account.password')
  const own = noted(db, doctorId, caldavCalendar({ ...account, password }))
  return guarded(db, { service: 'calendar', server: new URL(account.url).host }, own)
}

function guarded(db: Db, circuit: Circuit, calendar: Calendar): Calendar {
  const through = (operation: keyof Calendar, work: () => Promise<void>) =>
    throughCircuit(db, circuit, () => timed('calendar', operation, work))
  return {
    addEvent: (entry, call) => through('addEvent', () => calendar.addEvent(entry, call)),
    updateEvent: (entry, call) => through('updateEvent', () => calendar.updateEvent(entry, call)),
    removeEvent: (event, call) => through('removeEvent', () => calendar.removeEvent(event, call)),
  }
}
