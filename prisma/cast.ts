import type { OpeningHours } from '@/lib/domain/schedule/open-slots'

/** The clinic of the demo, the tests and the docs. */
export const clinic = {
  name: 'Centre de santé des Lilas',
  address: '12 rue du Garde-Chasse, Les Lilas',
  phone: '01 99 00 01 42',
  timeZone: 'Europe/Paris',
  language: 'fr',
} as const

const weekdays = [1, 2, 3, 4, 5]
const hours = (days: readonly number[], ...spans: [opens: string, closes: string][]): OpeningHours[] =>
  days.flatMap((weekday) => spans.map(([opens, closes]) => ({ weekday, opens, closes })))

/** The doctors, each with the hours they keep. */
export const doctors = {
  helene: {
    id: '0a7c1f6e-0000-4000-8000-000000000001',
    slug: 'helene-vasseur',
    name: 'Hélène Vasseur',
    form: 'Dre',
    specialty: 'pediatrics',
    email: 'helene@lilas.example',
    language: 'fr',
    visitMinutes: 20,
    hours: hours(weekdays, ['08:30', '12:30'], ['13:40', '18:00']),
  },
  idris: {
    id: '0a7c1f6e-0000-4000-8000-000000000002',
    slug: 'idris-okafor',
    name: 'Idris Okafor',
    form: 'Dr',
    specialty: 'general',
    email: 'idris@lilas.example',
    language: 'en',
    visitMinutes: 20,
    hours: hours([1, 2, 4, 5, 6], ['09:10', '12:10'], ['14:10', '19:10']),
  },
  claire: {
    id: '0a7c1f6e-0000-4000-8000-000000000003',
    slug: 'claire-moreau',
    name: 'Claire Moreau',
    form: 'Dre',
    specialty: 'general',
    email: 'claire@lilas.example',
    language: 'fr',
    visitMinutes: 20,
    hours: hours([1, 3, 5], ['08:30', '13:10']),
  },
  samuel: {
    id: '0a7c1f6e-0000-4000-8000-000000000004',
    slug: 'samuel-roth',
    name: 'Samuel Roth',
    form: 'Dr',
    specialty: 'cardiology',
    email: 'samuel@lilas.example',
    language: 'en',
    visitMinutes: 30,
    hours: hours([2, 4], ['09:15', '12:15'], ['14:00', '17:00']),
  },
  sofia: {
    id: '0a7c1f6e-0000-4000-8000-000000000005',
    slug: 'sofia-duarte',
    name: 'Sofia Duarte',
    form: 'Dre',
    specialty: 'gynaecology',
    email: 'sofia@lilas.example',
    language: 'fr',
    visitMinutes: 30,
    hours: hours([1, 2, 3, 4], ['13:30', '18:00']),
  },
} as const satisfies Record<string, CastDoctor>

export type CastDoctor = {
  id: string
  slug: string
  name: string
  form: 'Dre' | 'Dr'
  specialty: string
  email: string
  language: 'fr' | 'en'
  visitMinutes: number
  hours: readonly OpeningHours[]
}

/** The patients. Addresses end in `.example`, so that nothing can reach a real person. */
export const patients = {
  amina: { name: 'Amina Haddad', email: 'amina@example.org', phone: '06 39 98 00 01', language: 'fr' },
  theo: { name: 'Theo Lambert', email: 'theo@example.org', phone: null, language: 'en' },
  lucie: { name: 'Lucie Fontaine', email: 'lucie@example.org', phone: null, language: 'fr' },
  karim: { name: 'Karim Sassi', email: 'karim@example.org', phone: '06 39 98 00 04', language: 'fr' },
  margaret: { name: 'Margaret Ellis', email: 'margaret@example.org', phone: null, language: 'en' },
  jules: { name: 'Jules Perrin', email: 'jules@example.org', phone: null, language: 'fr' },
} as const

/** Who signs in to the demo, all with the same password. */
export const accounts = {
  helene: { name: 'Dre Hélène Vasseur', email: 'helene@lilas.example', role: 'doctor' },
  idris: { name: 'Dr Idris Okafor', email: 'idris@lilas.example', role: 'doctor' },
  ada: { name: 'Ada Lindqvist', email: 'ada@lilas.example', role: 'admin' },
} as const

/** The demo's password. A clinic of your own is never given these accounts. */
export const demoPassword = 'carnet-demo'
