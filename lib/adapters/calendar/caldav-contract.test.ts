import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CalendarEntry } from '@/lib/adapters/ports'
import { newId } from '@/lib/ids'
import { doctors } from '@/prisma/demo/cast'
import { type CaldavServer, caldavServers } from '@/tests/fixtures/caldav-servers'
import { type LossyProxy, startLossyProxy } from '@/tests/fixtures/lossy'
import { radicaleUser } from '@/tests/fixtures/radicale'
import { failureOf } from '@/tests/world/failure-of'
import { caldavCalendar } from './caldav'
import { toObject } from './caldav-object'

const call = () => ({ key: 'key', signal: AbortSignal.timeout(20_000), lostSince: null })
const newEntry = (): CalendarEntry => ({
  appointmentId: newId(),
  doctorId: doctors.helene.id,
  startsAt: '2026-12-02T09:00:00.000Z',
  endsAt: '2026-12-02T09:20:00.000Z',
  status: 'tentative',
  sequence: 2,
  madeAt: '2026-12-01T08:00:00.000Z',
})
const words = { summary: 'Consultation' }
const later = (entry: CalendarEntry, by = 1): CalendarEntry => {
  return { ...entry, status: 'confirmed', sequence: entry.sequence + by }
}

for (const { name, isHere, start } of caldavServers) {
  describe.skipIf(!isHere)(`a visit on ${name}`, () => {
    let server: CaldavServer
    let proxy: LossyProxy
    beforeAll(async () => {
      server = await start()
      proxy = await startLossyProxy(server.origin)
    }, 60_000)
    afterAll(async () => {
      await proxy.stop()
      await server.stop()
    })

    const at = (path: string, password = radicaleUser.password) =>
      caldavCalendar({ url: proxy.url + path, username: radicaleUser.username, password }, async () => words)
    const ours = () => at(server.calendar)
    const authorization = `Basic ${Buffer.from(Object.values(radicaleUser).join(':')).toString('base64')}`
    /** What the doctor's own program does: one raw request about the visit's object. */
    const theirs = (method: string, { appointmentId }: { appointmentId: string }, body?: string, headers = {}) =>
      fetch(`${server.origin}${server.calendar}${encodeURIComponent(appointmentId)}.ics`, {
        method,
        headers: { authorization, 'content-type': 'text/calendar', ...headers },
        ...(body && { body }),
      })
    const shown = async (entry: CalendarEntry) => {
      const ics = await (await theirs('GET', entry)).text()
      return [...ics.matchAll(/^(STATUS|DTSTART|SEQUENCE|X-CARNET-SEQUENCE):(.*?)\r?$/gm)].map(([, , value]) => value)
    }
    /** A program of the doctor's keeps the visit under another name, as after an import. Returns the name. */
    const rename = async (entry: CalendarEntry) => {
      const found = await (await theirs('GET', entry)).text()
      await theirs('DELETE', entry)
      const at = `é & ${newId()}`
      expect((await theirs('PUT', { appointmentId: at }, found)).status).toBe(201)
      return at
    }
    /** The doctor drags the visit half an hour on, by a program that counts SEQUENCE up. */
    const drag = async (entry: CalendarEntry, change = (ics: string) => ics) => {
      const found = await (await theirs('GET', entry)).text()
      const dragged = found.replace(/^SEQUENCE:.*$/m, 'SEQUENCE:40').replace(/^(DTSTART:\d+)T090000Z/m, '$1T093000Z')
      expect((await theirs('PUT', entry, change(dragged))).ok).toBe(true)
    }

    test('is written once, however often', async () => {
      const entry = newEntry()
      await ours().addEvent(entry, call())
      const etag = (await theirs('GET', entry)).headers.get('etag')
      await ours().addEvent(entry, call())
      expect((await theirs('GET', entry)).headers.get('etag')).toBe(etag)
      expect((await shown(entry)).sort()).toEqual(['2', '2', '20261202T090000Z', 'TENTATIVE'])
    })

    test('is brought up to date, and stays so when an older write comes late', async () => {
      const entry = newEntry()
      await ours().addEvent(entry, call())
      await ours().updateEvent(later(entry), call())
      await ours().updateEvent(entry, call())
      expect(await shown(entry)).toContain('CONFIRMED')
    })

    test('is tied to what was read: a write that somebody came before is refused by the server', async () => {
      const entry = newEntry()
      await ours().addEvent(entry, call())
      proxy.before('PUT', () => drag(entry))
      expect(await failureOf(ours().updateEvent(later(entry), call()))).toMatchObject({
        kind: 'transient',
        status: 412,
      })
      await ours().updateEvent(later(entry), call())
      expect(await shown(entry)).toEqual(expect.arrayContaining(['CONFIRMED', '20261202T090000Z']))
      const stale = { 'if-match': '"nothing that it ever had"' }
      expect((await theirs('PUT', entry, toObject(entry, words), stale)).status).toBe(412)
    })

    test('is taken away, also when it is not there', async () => {
      const entry = newEntry()
      await ours().removeEvent(entry, call())
      await ours().addEvent(entry, call())
      for (let time = 0; time < 2; time++) await ours().removeEvent(entry, call())
      expect((await theirs('GET', entry)).status).toBe(404)
    })

    test('is found by its id after the answer to its writing was lost', async () => {
      const entry = newEntry()
      proxy.lose('PUT')
      expect(await failureOf(ours().addEvent(entry, call()))).toMatchObject({ kind: 'unknown', status: null })
      const etag = (await theirs('GET', entry)).headers.get('etag')
      await ours().addEvent(entry, call())
      expect((await theirs('GET', entry)).headers.get('etag')).toBe(etag)
      proxy.lose('DELETE')
      expect(await failureOf(ours().removeEvent(entry, call()))).toMatchObject({ kind: 'unknown', status: null })
      await ours().removeEvent(entry, call())
    })

    test('written 25 times at once is written by one, and the others are told to come again', async () => {
      const entry = newEntry()
      const adding = await Promise.allSettled(Array.from({ length: 25 }, () => ours().addEvent(entry, call())))
      expect(adding.some(({ status }) => status === 'fulfilled')).toBe(true)
      for (const one of adding) {
        if (one.status === 'rejected') expect(one.reason.failure).toMatchObject({ kind: 'transient', status: 412 })
      }
      expect(await shown(entry)).toContain('TENTATIVE')
    })

    test('that the doctor dragged stands where Carnet has it as soon as we write again', async () => {
      const entry = newEntry()
      await ours().addEvent(entry, call())
      await drag(entry)
      await ours().updateEvent(entry, call())
      expect(await shown(entry)).toEqual(expect.arrayContaining(['20261202T090000Z', '41', '2']))
      await drag(entry)
      await ours().updateEvent(later(entry), call())
      expect(await shown(entry)).toEqual(expect.arrayContaining(['20261202T090000Z', 'CONFIRMED', '41', '3']))
    })

    test('that the doctor dragged is not overwritten by an older write of ours that comes late', async () => {
      const entry = newEntry()
      await ours().addEvent(later(entry, 2), call())
      await drag(entry)
      await ours().updateEvent(later(entry), call())
      expect(await shown(entry)).toEqual(expect.arrayContaining(['20261202T093000Z', '40', '4']))
    })

    test('from which a program of the doctor’s took our number away is ours again', async () => {
      const entry = newEntry()
      await ours().addEvent(entry, call())
      const withoutOurs = (ics: string) =>
        ics.replace(/^X-CARNET.*\r?\n/m, '').replace(/^PRODID:.*$/m, 'PRODID:-//Phone//EN')
      await drag(entry, withoutOurs)
      await ours().updateEvent(later(entry), call())
      expect(await shown(entry)).toEqual(expect.arrayContaining(['20261202T090000Z', 'CONFIRMED', '41', '3']))
    })

    test('from before we kept a number of our own counts by its SEQUENCE', async () => {
      const entry = newEntry()
      await theirs('PUT', entry, toObject(later(entry), words).replace(/^X-CARNET.*\r?\n/m, ''))
      await ours().addEvent(entry, call())
      expect(await shown(entry)).toEqual(expect.arrayContaining(['CONFIRMED', '3']))
    })

    test('that was moved to another name is found by its UID, brought up to date and taken away there', async () => {
      const entry = newEntry()
      await ours().addEvent(entry, call())
      const at = await rename(entry)
      await ours().addEvent(entry, call())
      expect(await ours().says(entry, entry, call())).toBe(true)
      expect(await ours().says(entry, later(entry), call())).toBe(false)
      expect(await ours().listIds(call(), '2026-12-01T00:00:00.000Z')).toContain(entry.appointmentId)
      expect(await ours().listIds(call(), '2027-01-01T00:00:00.000Z')).not.toContain(entry.appointmentId)
      await ours().updateEvent(later(entry), call())
      expect((await theirs('GET', entry)).status).toBe(404)
      expect(await (await theirs('GET', { appointmentId: at })).text()).toContain('STATUS:CONFIRMED')
      expect(await ours().says(entry, null, call())).toBe(false)
      await ours().removeEvent(entry, call())
      expect((await theirs('GET', { appointmentId: at })).status).toBe(404)
      expect(await ours().says(entry, null, call())).toBe(true)
    })

    test('whose UID another object has that cannot be looked for is no lost calendar', async () => {
      const entry = newEntry()
      await ours().addEvent(entry, call())
      await rename(entry)
      proxy.refuse('REPORT', 501)
      expect(await failureOf(ours().updateEvent(later(entry), call()))).toMatchObject({
        kind: 'transient',
        status: 412,
      })
      proxy.refuse('REPORT', null)
      await ours().updateEvent(later(entry), call())
    })

    test('beside an object of the doctor’s with a likely name touches nothing of theirs', async () => {
      const entry = newEntry()
      const lunch = { appointmentId: 'lunch & more' }
      const text = toObject(newEntry(), words).replace(/^UID:.*$/m, `UID:lunch-${entry.appointmentId}`)
      await theirs('PUT', lunch, text)
      await ours().addEvent(entry, call())
      await ours().removeEvent(entry, call())
      expect((await theirs('GET', lunch)).status).toBe(200)
      await theirs('DELETE', lunch)
    })

    test('that the doctor deleted is written again', async () => {
      const entry = newEntry()
      await ours().addEvent(entry, call())
      await theirs('DELETE', entry)
      await ours().updateEvent(later(entry), call())
      expect(await shown(entry)).toContain('CONFIRMED')
    })

    test('is refused with a wrong password, in a calendar that is not there, and when it is no calendar object', async () => {
      const entry = newEntry()
      const stranger = at(server.calendar, '')
      for (const calling of [stranger.addEvent, stranger.removeEvent]) {
        expect(await failureOf(calling(entry, call()))).toMatchObject({ kind: 'transient', status: 401 })
      }
      const nowhere = at(server.absent)
      expect(await failureOf(nowhere.addEvent(entry, call()))).toMatchObject({ kind: 'permanent', status: 409 })
      await nowhere.removeEvent(entry, call())
      expect((await theirs('PUT', entry, 'garbage')).status).toBe(400)
      expect((await theirs('GET', entry)).status).toBe(404)
    })
  })
}
