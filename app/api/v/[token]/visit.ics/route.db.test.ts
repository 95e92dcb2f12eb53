import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { GET as getFeed } from '@/app/api/feeds/[token]/calendar.ics/route'
import { renewFeed } from '@/lib/commands/calendar/renew-feed'
import { visitToken } from '@/lib/commands/visit/visit-links'
import { open } from '@/lib/db/sealed'
import { isoNow } from '@/lib/iso-now'
import { carryToRest } from '@/tests/fixtures/carry-to-rest'
import { book, offeredSlots } from '@/tests/fixtures/clinic'
import { startOwnCalendar, type TestOwnCalendar } from '@/tests/fixtures/own-calendar'
import { hasRadicale, radicaleName } from '@/tests/fixtures/radicale'
import { visitOf } from '@/tests/fixtures/visit'
import { GET } from './route'

const feedToken = 'a'.repeat(43)

describe.skipIf(!hasRadicale)(`a visit mailed, downloaded, subscribed to and on ${radicaleName}`, () => {
  let own: TestOwnCalendar
  beforeAll(async () => {
    own = await startOwnCalendar(inject('postgresUrl'))
    await own.connect()
    await renewFeed(own.db, { doctorId: own.doctorId, token: feedToken }, isoNow())
  }, 60_000)
  afterAll(() => own.stop())

  const downloaded = async (id: string) => {
    const { patientId: contactId } = await visitOf(own.db, id).row()
    const token = await visitToken(own.db, { appointmentId: id, contactId }, isoNow())
    return GET(new Request('http://localhost/'), { params: Promise.resolve({ token }) })
  }
  const mailed = async (id: string): Promise<string> => {
    const sent = { subjectId: id, status: 'sent', role: 'patient', channel: 'mail' }
    const { content } = await own.db.message.findFirstOrThrow({ where: sent, orderBy: { sentAt: 'desc' } })
    return JSON.parse(open(content, 'message.content')).ics
  }
  const subscribed = async () =>
    (await getFeed(new Request('http://localhost/'), { params: Promise.resolve({ token: feedToken }) })).text()
  const kept = async (id: string) => (await own.radicale.ask('GET', own.objectOf(id))).text()
  /** What each of them says of the visit: the patient's two, then the doctor's two. */
  const everywhere = async (id: string) => {
    const texts = [await mailed(id), await (await downloaded(id)).text(), await subscribed(), await kept(id)]
    return texts.map((ics) => said(ics, id))
  }

  test('is one object to each of its readers, and a move to an earlier hour has a later DTSTAMP', async () => {
    const slots = await offeredSlots(own.db)
    const id = await book(own.db, 40)
    const visit = visitOf(own.db, id)
    await visit.confirm()
    await carryToRest(own.db)
    const first = await everywhere(id)
    expect(first[1]).toEqual(first[0])
    expect(first[3]).toEqual(first[2])
    expect(new Set(first.map((one) => JSON.stringify({ ...one, summary: '', url: '', description: '' }))).size).toBe(1)
    expect(first.map(({ summary }) => summary)).toEqual([
      'Rendez-vous – Dre Hélène Vasseur (pédiatrie)',
      'Rendez-vous – Dre Hélène Vasseur (pédiatrie)',
      'Consultation · confirmé',
      'Consultation · confirmé',
    ])
    expect((await downloaded(id)).headers.get('content-disposition')).toBe(
      'attachment; filename="rendez-vous-dre-helene-vasseur-pediatrie.ics"',
    )
    await expect.poll(isoNow, { timeout: 5_000 }).not.toContain(first[0]?.stamp.slice(0, 19))
    await visit.moveTo(slots[20]?.startsAt ?? '')
    await carryToRest(own.db)
    for (const [index, { stamp, start, sequence, summary }] of (await everywhere(id)).entries()) {
      const before = first[index]
      expect(start).toBe(slots[20]?.startsAt)
      expect(stamp > (before?.stamp ?? '')).toBe(true)
      expect(sequence).toBeGreaterThan(before?.sequence ?? 0)
      expect(summary).toBe(before?.summary)
    }
  })
})

/** What a calendar file says of a visit. */
function said(ics: string, id: string) {
  const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent')
  const event = events.find((one) => one.getFirstPropertyValue('uid') === `${id}@carnet`)
  const text = (name: string) => String(event?.getFirstPropertyValue(name) ?? '')
  return {
    summary: text('summary'),
    location: text('location'),
    description: text('description'),
    url: text('url'),
    status: text('status'),
    stamp: text('dtstamp'),
    start: new ICAL.Event(event).startDate.toJSDate().toISOString(),
    sequence: Number(text('sequence')),
  }
}
