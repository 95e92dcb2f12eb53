import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { clinic, doctors, patients } from '@/prisma/demo/cast'
import { englishVisit as english, mailedVisit as facts } from '@/tests/fixtures/mails/mailed-visit'
import { type MailKind, mailKinds, renderMail, renderText } from './render-message'
import { renderSignInMail } from './sign-in-mail'

test.each(Object.keys(mailKinds) as MailKind[])(
  '%s says the same to the byte each time, in both languages',
  async (kind) => {
    for (const one of [facts, english]) {
      const mail = await renderMail(kind, one)
      expect(await renderMail(kind, one)).toEqual(mail)
      expect(mail.subject).toContain(one === facts ? 'novembre à 14\u00a0h\u00a020' : 'November at 14:20')
      expect(mail.subject).toContain(one.patient.name)
      expect(mail.html).toContain(one === facts ? 'Vaccin' : 'Vaccine')
      expect(mail.html).toContain('href="tel:0199000142"')
      expect(visible(mail.html)).not.toContain('http')
      const languages = [...(mail.html ?? '').matchAll(/ lang="([^"]*)"/g)].map(([, language]) => language)
      expect(languages.length).toBeGreaterThanOrEqual(3)
      expect(new Set(languages)).toEqual(new Set([one === facts ? 'fr' : 'en']))
      expect(`${mail.text}${mail.html}${mail.subject}`).not.toMatch(/\{\w+\}|undefined|mail\./)
      expect(mail.text).toContain('http://localhost/')
    }
  },
)

test.each(['fr', 'en'] as const)('a code to sign in with is in one language alone: %s', async (language) => {
  const { html } = await renderSignInMail('123456', { language, clinic, href: 'http://localhost/' })
  expect(new Set([...html.matchAll(/ lang="([^"]*)"/g)].map(([, of]) => of))).toEqual(new Set([language]))
})

test('a doctor is told that a visit was cancelled late, and a patient until when they may move and cancel', async () => {
  const inTime = await renderMail('cancelled_doctor', { ...english, doctor: doctors.idris })
  expect(inTime.subject).not.toContain('late')
  const late = await renderMail('cancelled_doctor', { ...english, isLate: true })
  expect(`${late.subject} ${late.text}`).toMatch(/late.*late.*less than 24 hours before/s)
  const french = await renderMail('cancelled_doctor', { ...facts, isLate: true })
  expect(`${french.subject} ${french.text}`).toMatch(/tardive.*tardivement.*moins de 24 heures avant/s)
  for (const kind of ['confirmed', 'moved'] as const) {
    expect((await renderMail(kind, english)).text).toContain(
      'You can move it up to 24 hours before, and cancel it until it begins.',
    )
    const always = { ...english, clinic: { ...english.clinic, noticeHours: 0 } }
    expect((await renderMail(kind, always)).text).toContain('You can do both until it begins.')
  }
})

test('whoever is to come reads what to bring; a doctor and whoever is not to come do not', async () => {
  const told: string[] = []
  for (const kind of Object.keys(mailKinds) as MailKind[]) {
    const { text, html } = await renderMail(kind, facts)
    const isTold = text.includes('À prévoir : Apportez le carnet de santé.')
    expect(html?.includes('Apportez le carnet de santé.'), kind).toBe(isTold)
    if (isTold) told.push(kind)
    expect((await renderMail(kind, english)).text, kind).not.toContain('What to bring')
  }
  expect(told).toEqual([...['requested', 'confirmed', 'confirmation_withdrawn', 'moved', 'not_moved', 'reminder']])
})

test('a mail is light or dark as its reader’s program is, and says so', async () => {
  const { html } = await renderMail('confirmed', facts)
  expect(html).toContain('<meta name="color-scheme" content="light dark"')
  const rules = /@media \(prefers-color-scheme: dark\) \{ ([^@]*) \}/.exec(html ?? '')?.[1] ?? ''
  const classes = new Set(
    [...(html ?? '').matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names?.split(' ') ?? []),
  )
  const styled = [...rules.matchAll(/\.(\w+) \{[^}]*!important/g)].map(([, name]) => name)
  expect(styled.filter((name) => !classes.has(name ?? ''))).toEqual([])
  expect(styled).toEqual(expect.arrayContaining(['paper', 'card', 'text', 'main', 'quiet']))
})

test('whoever is to come adds it to their calendar, finds the way, and can change it until it is said to be too late', async () => {
  const { html, text } = await renderMail('confirmed', facts)
  for (const address of Object.values({ ...facts.links, calendar: facts.links.visit, home: facts.links.visit })) {
    expect(html).toContain(`href="${address}"`)
    expect(text).toContain(address)
  }
  expect((await renderMail('cancelled', facts)).html).not.toContain(facts.links.map)
})

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
  test('is called the same by every mail', async () => {
    const ofKinds = (Object.keys(mailKinds) as MailKind[]).filter((kind) => mailKinds[kind].ics)
    const mails = await Promise.all(ofKinds.map((kind) => renderMail(kind, facts)))
    const summaries = mails.map(({ ics }) => /^SUMMARY:.*$/m.exec(ics ?? '')?.[0].trim())
    expect(new Set(summaries)).toEqual(new Set(['SUMMARY:Rendez-vous – Dre Hélène Vasseur (pédiatrie)']))
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
  expect(text).toContain('Mercredi 25 novembre à 10\u00a0h')
})

test('the SMS goes to the number that was left, and to nobody without one', () => {
  expect(renderText('confirmed', facts)).toMatchObject({
    to: patients.amina.phone,
    text: expect.stringContaining('14:20'),
  })
  expect(() => renderText('confirmed', english)).toThrow()
})

/** What is read of a page. */
function visible(html: string | null): string {
  return (html ?? '').replaceAll(/<head>.*<\/head>|<[^>]*>/gs, ' ')
}
