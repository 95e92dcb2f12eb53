import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { clinic, doctors, patients } from '@/prisma/demo/cast'
import { icsReaders } from '@/tests/fixtures/ics-readers'
import { doctorWords } from './doctor-words'
import { icsName } from './ics-name'
import { type PatientVisit, visitIcs } from './visit-ics'

const appointmentId = '5b0a3c52-0000-4000-8000-000000000001'
const visit: PatientVisit = {
  appointmentId,
  slot: { startsAt: '2026-11-24T13:20:00.000Z', endsAt: '2026-11-24T13:40:00.000Z' },
  doctor: doctors.helene,
  patient: patients.amina,
  clinic,
  instructions: { fr: '', en: '' },
  invitation: { isConfirmed: true, sequence: 4, madeAt: '2026-11-20T09:30:00.000Z' },
  links: { visit: 'https://lilas.example/v/0123456789abcdefghjkmnpqrs' },
  sender: 'carnet@lilas.example',
}
const methods = ['REQUEST', 'PUBLISH', 'CANCEL'] as const
/** A visit whose every word is as hard to write as can be. */
const hard: PatientVisit = {
  ...visit,
  doctor: { ...doctors.helene, name: 'Zoë “Z” d’Œuvre; l’Aînée, \\ née Straße 医生'.repeat(3) },
  patient: { ...patients.amina, name: 'Amina "O’Neil"; \r\nATTENDEE:mailto:x@y' },
  clinic: { ...clinic, address: '12, rue du Garde-Chasse;\r\n Bât. "C"\n93260 Les Lilas' },
}
const textOf = (facts: PatientVisit, method: (typeof methods)[number] = 'REQUEST') => visitIcs(facts, method) ?? ''
const eventOf = (ics: string) => {
  const calendar = new ICAL.Component(ICAL.parse(ics))
  const [event, ...others] = calendar.getAllSubcomponents('vevent')
  if (!event || others.length > 0) throw new Error('not one event')
  return event
}

for (const { name, isHere, read } of icsReaders) {
  describe.skipIf(!isHere)(`a visit in the eyes of ${name}`, () => {
    test('says in its patient’s language with whom it is, where, whom to call and where to change it', () => {
      expect(read(textOf(visit))).toEqual({
        uid: `${appointmentId}@carnet`,
        summary: 'Rendez-vous – Dre Hélène Vasseur (pédiatrie)',
        start: '2026-11-24T13:20',
        location: 'Centre de santé des Lilas, 12 rue du Garde-Chasse, 93260 Les Lilas',
        description: `Téléphone : 01 99 00 01 42\nDéplacer ou annuler : ${visit.links.visit}`,
        url: visit.links.visit,
        status: 'CONFIRMED',
      })
      expect(read(textOf({ ...visit, doctor: doctors.idris, patient: patients.theo }))).toMatchObject({
        summary: 'Appointment – Dr Idris Okafor (general practice)',
        description: `Phone: 01 99 00 01 42\nMove or cancel: ${visit.links.visit}`,
      })
      const instructions = { fr: 'Carnet de santé ;\ncarte Vitale.', en: '' }
      expect(read(textOf({ ...visit, instructions })).description).toBe(
        `À prévoir : Carnet de santé ;\ncarte Vitale.\nTéléphone : 01 99 00 01 42\nDéplacer ou annuler : ${visit.links.visit}`,
      )
    })

    test('keeps every letter of hard words, and takes none of them for more', () => {
      const { summary, location, start } = read(textOf(hard))
      expect(summary).toBe(`Rendez-vous – Dre ${hard.doctor.name} (pédiatrie)`)
      expect(location).toBe(`${clinic.name}, 12, rue du Garde-Chasse;, Bât. "C", 93260 Les Lilas`)
      expect(start).toBe('2026-11-24T13:20')
    })

    test('says the same mailed, downloaded and called off, but for how it stands', () => {
      const [mailed, downloaded, cancelled] = methods.map((method) => read(textOf(visit, method)))
      expect(downloaded).toEqual(mailed)
      expect(cancelled).toEqual({ ...mailed, status: 'CANCELLED' })
    })
  })
}

test('an invitation reminds a day and an hour before, and one that is called off does not', () => {
  const triggers = (method: (typeof methods)[number]) =>
    eventOf(textOf(visit, method))
      .getAllSubcomponents('valarm')
      .map((alarm) => alarm.getFirstPropertyValue('trigger')?.toString())
  expect(triggers('REQUEST')).toEqual(['-P1D', '-PT1H'])
  expect(triggers('PUBLISH')).toEqual(['-P1D', '-PT1H'])
  expect(triggers('CANCEL')).toEqual([])
})

test('DTSTAMP is when the event was recorded: a visit that is moved a day earlier has a later one', () => {
  const moved: PatientVisit = {
    ...visit,
    slot: { startsAt: '2026-11-23T13:20:00.000Z', endsAt: '2026-11-23T13:40:00.000Z' },
    invitation: { isConfirmed: true, sequence: 6, madeAt: '2026-11-21T10:00:00.000Z' },
  }
  const [first, second] = [visit, moved].map((facts) => eventOf(textOf(facts)))
  const told = (event: typeof first) => [
    String(event?.getFirstPropertyValue('dtstamp')),
    event?.getFirstPropertyValue('sequence'),
  ]
  expect([told(first), told(second)]).toEqual([
    ['2026-11-20T09:30:00Z', 4],
    ['2026-11-21T10:00:00Z', 6],
  ])
  expect(first?.getFirstPropertyValue('uid')).toBe(second?.getFirstPropertyValue('uid'))
  expect(textOf(visit)).toBe(textOf(visit))
})

test('every line fits in 75 bytes, whatever it says', () => {
  for (const method of methods) {
    for (const line of textOf(hard, method).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  }
})

test('a file is called by what it says: its language and its doctor', () => {
  expect(icsName(textOf(visit))).toBe('rendez-vous-dre-helene-vasseur-pediatrie.ics')
  const english = { ...visit, doctor: doctors.idris, patient: patients.theo }
  expect(icsName(textOf(english, 'PUBLISH'))).toBe('appointment-dr-idris-okafor-general-practice.ics')
  expect(icsName(textOf(hard))).toMatch(/^rendez-vous-dre-zoe-[a-z0-9-]+\.ics$/)
  expect(icsName('no calendar')).toBe('carnet.ics')
})

test('a doctor’s calendars say what a visit is, how it stands and where, and of no person', () => {
  const reader = { language: 'fr', clinic, home: 'https://lilas.example' } as const
  const { visitTypes } = doctors.helene
  expect(doctorWords({ appointmentId, state: 'requested', visitType: visitTypes[0].name }, reader)).toEqual({
    summary: 'Consultation · demandé',
    location: 'Centre de santé des Lilas, 12 rue du Garde-Chasse, 93260 Les Lilas',
    url: `https://lilas.example/calendar/visits/${appointmentId}`,
  })
  const english = { ...reader, language: 'en' } as const
  expect(doctorWords({ appointmentId, state: 'no_show', visitType: null }, english).summary).toBe(
    'Appointment · missed',
  )
})
