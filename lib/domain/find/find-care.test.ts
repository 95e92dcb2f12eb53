import { expect, test } from 'vitest'
import { specialties } from '@/lib/domain/people/specialties'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import { doctors as cast } from '@/prisma/demo/cast'
import { findCare } from './find-care'
import { nearestNames } from './nearest-names'

const { helene, idris, claire, samuel, sofia } = cast
const extra = (name: string, specialty: string) => ({ ...claire, id: name, name, specialty, visitTypes: [] })
const muller = extra('Jürgen Müller', 'cardiology')
const obrien = extra('Anne-Lise O’Brien', 'general')
const doctors = [helene, idris, claire, samuel, sofia, muller, obrien]

/** The family names of who answers, each with what for, where that was asked; `~` before what was found by a slip. */
function answers(typed: string): string {
  const found = findCare(typed, doctors)
  const each = found.answers.map(
    ({ doctor, type }) => `${doctor.name.split(' ').at(-1)}${type ? ` (${type.name.fr})` : ''}`,
  )
  return (found.isGuess ? '~' : '') + each.join(', ')
}

const nobody = ''
const examples: Record<string, string> = {
  // A name, with or without a title, in any order, in capitals, without accents, or just begun.
  Vasseur: 'Vasseur',
  'Dr Vasseur': 'Vasseur',
  'Dre Vasseur': 'Vasseur',
  'dr. hélène vasseur': 'Vasseur',
  'Docteur Vasseur': 'Vasseur',
  'docteure vasseur': 'Vasseur',
  'Prof. Vasseur': 'Vasseur',
  'Mme le Dr Vasseur': 'Vasseur',
  'la Dre Vasseur': 'Vasseur',
  'Vasseur Hélène': 'Vasseur',
  'VASSEUR HELENE': 'Vasseur',
  'rdv avec Dr Roth': 'Roth',
  'an appointment with Dr Okafor': 'Okafor',
  rot: 'Roth',
  'sam ro': 'Roth',
  muller: 'Müller',
  mueller: 'Müller',
  'Dr Müller': 'Müller',
  obrien: 'O’Brien',
  'o brien': 'O’Brien',
  'anne lise': 'O’Brien',
  'annelise obrien': 'O’Brien',
  // With a slip.
  vaseur: '~Vasseur',
  vaseurr: '~Vasseur',
  vassuer: '~Vasseur',
  'Dr Vaseur': '~Vasseur',
  'elene vaseur': '~Vasseur',
  okafour: '~Okafor',
  ocafor: '~Okafor',
  'morau claire': '~Moreau',
  duartte: '~Duarte',
  // A specialty and what its doctors are called, in both languages, begun or with a slip.
  pédiatrie: 'Vasseur',
  pédiatre: 'Vasseur',
  pediatre: 'Vasseur',
  'Un pédiatre': 'Vasseur',
  'pédiatre Vasseur': 'Vasseur',
  'pour mon bébé': 'Vasseur',
  paediatrician: 'Vasseur',
  Pediatrics: 'Vasseur',
  pedaitre: '~Vasseur',
  cardio: 'Roth, Müller',
  cardiologue: 'Roth, Müller',
  'cardiologue roth': 'Roth',
  cardiologist: 'Roth, Müller',
  cardiolgue: '~Roth, Müller',
  gynéco: 'Duarte',
  gynecologist: 'Duarte',
  gynecologe: '~Duarte',
  généraliste: 'Okafor, Moreau, O’Brien',
  'médecin traitant': 'Okafor, Moreau, O’Brien',
  'médecin généraliste': 'Okafor, Moreau, O’Brien',
  médecin: 'Okafor, Moreau, O’Brien',
  GP: 'Okafor, Moreau, O’Brien',
  'family doctor': 'Okafor, Moreau, O’Brien',
  // What one comes for, whoever offers it.
  vaccin: 'Vasseur (Vaccin), Okafor (Vaccin)',
  vaccine: 'Vasseur (Vaccin), Okafor (Vaccin)',
  vacin: '~Vasseur (Vaccin), Okafor (Vaccin)',
  'vaccin Vasseur': 'Vasseur (Vaccin)',
  'Dr Okafor vaccin': 'Okafor (Vaccin)',
  'vaccin pédiatre': 'Vasseur (Vaccin)',
  bilan: 'Vasseur (Bilan), Okafor (Bilan)',
  'check-up': 'Vasseur (Bilan), Okafor (Bilan)',
  échographie: 'Duarte (Échographie)',
  echo: 'Duarte (Échographie)',
  'épreuve d’effort': 'Roth (Épreuve d’effort)',
  "epreuve d'effort": 'Roth (Épreuve d’effort)',
  'effort épreuve': 'Roth (Épreuve d’effort)',
  electrocardiograme: '~Roth (Électrocardiogramme)',
  'consultation longue': 'Moreau (Consultation longue)',
  // Begun, it may be several things.
  va: 'Vasseur, Okafor (Vaccin)',
  v: 'Vasseur, Okafor (Vaccin)',
  // Everybody answers to a title, and nobody to what is not here.
  Dr: 'Vasseur, Okafor, Moreau, Roth, Duarte, Müller, O’Brien',
  dentiste: nobody,
  'Vasseur Roth': nobody,
  'pédiatre Okafor': nobody,
  Dupont: nobody,
  xyz: nobody,
  '!?': nobody,
}

for (const [typed, expected] of Object.entries(examples)) {
  test(`“${typed}” finds ${expected || 'nobody'}`, () => expect(answers(typed)).toBe(expected))
}

test('while one types, doctors, specialties and types are told apart, and a type names who offers it', () => {
  const va = findCare('va', doctors)
  expect(va.named).toEqual([helene])
  expect(va.specialties).toEqual([])
  expect(va.types.map(({ name, offered }) => [name.fr, offered.map(({ doctor }) => doctor.name)])).toEqual([
    ['Vaccin', ['Hélène Vasseur', 'Idris Okafor']],
  ])
  expect(findCare('card', doctors).specialties).toEqual(['cardiology'])
  expect(findCare('card', doctors).named).toEqual([])
})

test('where nothing answers, what may have been meant is named', () => {
  const meant = (typed: string) =>
    nearestNames(typed, doctors).map((one) =>
      'doctor' in one ? one.doctor.name : 'specialty' in one ? one.specialty : one.type.name.fr,
    )
  expect(meant('vassuerre')).toContain('Hélène Vasseur')
  expect(meant('Vasseur Marie')[0]).toBe('Hélène Vasseur')
  expect(meant('pdiatri')).toContain('pediatrics')
  expect(meant('qqqqqqq')).toEqual([])
  expect(meant('')).toEqual([])
})

test.each(specialties)(
  'a doctor of %s is found by what it is called, and what they are, in both languages',
  (specialty) => {
    const one = extra('Ada Nemo', specialty)
    for (const messages of [en, fr])
      for (const typed of [messages.specialty[specialty], messages.practitioner[specialty]])
        expect(findCare(typed, [one]).answers.map(({ doctor }) => doctor)).toEqual([one])
  },
)
