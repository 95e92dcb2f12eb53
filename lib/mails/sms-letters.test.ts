import { expect, test } from 'vitest'
import { limits } from '@/lib/domain/limits'
import { patientWords } from '@/lib/domain/messages/channels'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { doctors, patients } from '@/prisma/demo/cast'
import type { MailedVisit } from './mailed-visit'
import { renderNewLink } from './new-link-mail'
import { renderText } from './render-message'
import { inSmsLetters, smsParts } from './sms-letters'

const link = 'https://rdv.centre-de-sante-lilas.fr/v/7KQ2M9XD01ABCDEFGHJKNPRSTV'
const startsAt = '2026-11-25T13:20:00.000Z'
const clinic = {
  name: 'Centre de santé des Lilas',
  address: '',
  phone: '01 99 00 12 34',
  timeZone: 'Europe/Paris',
  noticeHours: 24,
}
const facts: Omit<MailedVisit, 'patient'> = {
  appointmentId: '0b7c1f6e-0000-4000-8000-000000000001',
  slot: { doctorId: doctors.helene.id, startsAt, endsAt: laterBy(startsAt, 20 * minuteMs) },
  movedFrom: null,
  doctor: doctors.helene,
  clinic,
  sender: '',
  reason: null,
  isLate: false,
  instructions: { fr: '', en: '' },
  nearest: [],
  invitation: null,
  visitType: null,
  links: { visit: link, file: '', map: '', calendar: '', home: '' },
}
const commonest = ['requested', 'confirmed', 'moved', 'reminder', 'cancelled'] as const

test.each(['fr', 'en'] as const)(
  'with its link no SMS takes more than two parts, and the commonest take one: %s',
  async (language) => {
    const visit = { ...facts, patient: { ...patients.amina, phone: '+33639980001', language } }
    const partsOf = (word: (typeof patientWords)[number]) => smsParts(renderText(word, visit).text)
    expect(patientWords.filter((word) => partsOf(word) > 2)).toEqual([])
    expect(commonest.filter((word) => partsOf(word) > 1)).toEqual([])
    const fresh = await renderNewLink('sms', link, {
      language,
      patientName: '',
      startsAt,
      doctor: doctors.helene,
      clinic,
    })
    expect(smsParts(fresh.text)).toBeLessThanOrEqual(2)
  },
)

test('a text keeps what a phone’s alphabet has, and what nothing there reads like', () => {
  expect(inSmsLetters('« L’été, à Nîmes »\u202F: Zoë, François, Œuvre…')).toBe(
    '" L\'été, à Nimes " : Zoe, Francois, OEuvre...',
  )
  expect(inSmsLetters('أمينة')).toBe('أمينة')
})

test('parts are counted as they are paid for', () => {
  expect(['a'.repeat(160), 'a'.repeat(161), 'ç'.repeat(70), 'ç'.repeat(71), 'a'.repeat(307)].map(smsParts)).toEqual([
    1, 2, 1, 2, 3,
  ])
})

test.each(patientWords.flatMap((word) => (['fr', 'en'] as const).map((language) => [word, language] as const)))(
  '%s in %s leads to the page of the visit, and has two parts at most, however long the names',
  (word, language) => {
    const visit = { ...facts, patient: { ...patients.amina, phone: '+33639980001', language } }
    const longest = {
      clinic: { ...clinic, name: 'Ê'.repeat(limits.line), phone: '0'.repeat(limits.phone) },
      doctor: { ...facts.doctor, name: 'ç'.repeat(limits.personName) },
      // The longest day there is.
      slot: { ...facts.slot, startsAt: '2026-09-30T12:20:00.000Z' },
    }
    for (const { text } of [renderText(word, visit), renderText(word, { ...visit, ...longest })]) {
      expect(text).toContain(`\n${link}`)
      expect(inSmsLetters(text)).toBe(text)
      expect(smsParts(text)).toBeLessThanOrEqual(2)
    }
  },
)

test.each([
  ['', 1],
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(306), 2],
  ['a'.repeat(307), 3],
  [`${'a'.repeat(158)}€`, 1],
  [`${'a'.repeat(159)}€`, 2],
  ['é'.repeat(160), 1],
  ['ç'.repeat(70), 1],
  ['ç'.repeat(71), 2],
  ['ç'.repeat(135), 3],
])('%s is sent in %i parts', (text, parts) => expect(smsParts(text)).toBe(parts))

test.each([
  ['Łukasz Đorđević Þóra', 'Lukasz Dordevic Thora'],
  ['re\u0301ponse', 'réponse'],
  ['中心', '中心'],
])('%s is texted as %s', (text, texted) => expect(inSmsLetters(text)).toBe(texted))
