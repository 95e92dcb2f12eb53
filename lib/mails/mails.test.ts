import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { clinic, doctors, patients } from '@/prisma/cast'
import { type MailKind, mailKinds, renderMail, renderText } from './render-message'
import type { VisitFacts } from './visit-facts'

const facts: VisitFacts = {
  appointmentId: '5b0a3c52-0000-4000-8000-000000000001',
  slot: { doctorId: doctors.helene.id, startsAt: '2026-11-24T13:20:00.000Z', endsAt: '2026-11-24T13:40:00.000Z' },
  movedFrom: { doctorId: doctors.helene.id, startsAt: '2026-11-23T08:00:00.000Z', endsAt: '2026-11-23T08:20:00.000Z' },
  doctor: doctors.helene,
  patient: patients.amina,
  clinic,
  sender: 'carnet@clinic.example',
  reason: null,
  nearest: [],
  invitation: { isConfirmed: true, sequence: 4 },
  links: { visit: 'http://localhost/visits/x', calendar: 'http://localhost/calendar', home: 'http://localhost/' },
}
const english: VisitFacts = { ...facts, patient: patients.theo, doctor: doctors.idris }

test.each(Object.keys(mailKinds) as MailKind[])(
  '%s says the same to the byte each time, in both languages',
  async (kind) => {
    for (const one of [facts, english]) {
      const mail = await renderMail(kind, one)
      expect(await renderMail(kind, one)).toEqual(mail)
      expect(mail.subject).toContain(one === facts ? 'novembre, 14:20' : 'November, 14:20')
      expect(mail.html).toContain(`lang="${one === facts ? 'fr' : 'en'}"`)
      expect(`${mail.text}${mail.html}${mail.subject}`).not.toMatch(/\{\w+\}|undefined|mail\./)
      expect(mail.text).toContain('http://localhost/')
    }
  },
)

test('a mail goes to the one it is for', async () => {
  expect((await renderMail('requested', facts)).to).toBe(patients.amina.email)
  expect((await renderMail('request_to_confirm', facts)).to).toBe(doctors.helene.email)
})

describe('the invitation', () => {
  test('is a valid event with a stable id, in UTC, and every line fits in 75 bytes', async () => {
    const { ics } = await renderMail('confirmed', facts)
    const lines = ics?.split('\r\n') ?? []
    expect(lines[0]).toBe('BEGIN:VCALENDAR')
    expect(lines).toContain('METHOD:REQUEST')
    expect(lines).toContain('DTSTART:20261124T132000Z')
    expect(lines).toContain('DTEND:20261124T134000Z')
    expect(lines).toContain(`UID:${facts.appointmentId}@carnet`)
    expect(lines).toContain('SEQUENCE:4')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })
  test('is understood by another implementation: who invites whom, when, and where it is managed', async () => {
    const tricky = { ...facts, patient: { ...facts.patient, name: 'Amina "O’Neil"; \r\nATTENDEE:mailto:x@y' } }
    for (const one of [facts, english, tricky]) {
      const { ics } = await renderMail('moved', one)
      const calendar = new ICAL.Component(ICAL.parse(ics ?? ''))
      const [event, ...others] = calendar.getAllSubcomponents('vevent')
      expect(others).toEqual([])
      expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
      expect(event?.getFirstPropertyValue('organizer')).toBe('mailto:carnet@clinic.example')
      expect(event?.getAllProperties('attendee').map((who) => String(who.getFirstValue()).toLowerCase())).toEqual([
        `mailto:${one.patient.email}`,
      ])
      expect(new ICAL.Event(event).startDate.toJSDate().toISOString()).toBe(one.slot.startsAt)
      expect(event?.getFirstPropertyValue('url')).toBe(one.links.visit)
      expect(event?.getFirstPropertyValue('sequence')).toBe(4)
    }
  })
  test('is taken back by its id when the visit is cancelled', async () => {
    const { ics } = await renderMail('cancelled', facts)
    expect(ics).toContain('METHOD:CANCEL')
    expect(ics).toContain('STATUS:CANCELLED')
    expect(ics).toContain(`UID:${facts.appointmentId}@carnet`)
  })
  test('is not sent to a patient who was never invited', async () => {
    expect((await renderMail('cancelled', { ...facts, invitation: null })).ics).toBeNull()
  })
})

test('a refusal gives the doctor’s reason and the nearest free hours', async () => {
  const nearest = [{ ...facts.slot, startsAt: '2026-11-25T09:00:00.000Z' }]
  const { text } = await renderMail('declined', { ...facts, reason: 'Plutôt en cardiologie.', nearest })
  expect(text).toContain('Plutôt en cardiologie.')
  expect(text).toContain('mercredi 25 novembre, 10:00')
})

test('the SMS goes to the number that was left, and to nobody without one', () => {
  expect(renderText('confirmed', facts)).toMatchObject({
    to: patients.amina.phone,
    text: expect.stringContaining('14:20'),
  })
  expect(() => renderText('confirmed', english)).toThrow()
})
