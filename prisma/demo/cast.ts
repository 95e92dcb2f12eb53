import type { Break, DoctorSchedule, OpeningHours, VisitType } from '@/lib/domain/schedule/doctor-schedule'
import { instructions as bring } from './instructions'

/** The clinic of the demo, the tests and the docs. */
export const clinic = {
  name: 'Centre de santé des Lilas',
  address: '12 rue du Garde-Chasse, 93260 Les Lilas',
  phone: '01 99 00 01 42',
  timeZone: 'Europe/Paris',
  language: 'fr',
} as const

const weekdays = [1, 2, 3, 4, 5]
const hours = (days: readonly number[], ...spans: [opens: string, closes: string][]): OpeningHours[] =>
  days.flatMap((weekday) => spans.map(([opens, closes]) => ({ weekday, opens, closes, fromDay: null, untilDay: null })))

const pauses = (days: readonly number[], [begins, ends]: [string, string]): Break[] =>
  days.map((weekday) => ({ weekday, begins, ends }))

let types = 0
const visitType = (
  fr: string,
  en: string,
  minutes: number,
  instructions: VisitType['instructions'],
  more: Partial<Pick<VisitType, 'beforeMinutes' | 'afterMinutes' | 'autoConfirm'>> = {},
): VisitType => ({
  id: `0b7c1f6e-0000-4000-8000-${String(++types).padStart(12, '0')}`,
  name: { fr, en },
  minutes,
  beforeMinutes: 0,
  afterMinutes: 0,
  autoConfirm: false,
  instructions,
  ...more,
})

/** The doctors, each with the hours they keep and what one can come for. */
export const doctors = {
  helene: {
    id: '0a7c1f6e-0000-4000-8000-000000000001',
    slug: 'helene-vasseur',
    name: 'Hélène Vasseur',
    form: 'Dre',
    specialty: 'pediatrics',
    email: 'helene@lilas.example',
    language: 'fr',
    stepMinutes: 20,
    hours: hours(weekdays, ['08:30', '12:30'], ['13:40', '18:00']),
    breaks: [],
    noticeMinutes: 0,
    visitTypes: [
      visitType('Consultation', 'Consultation', 20, bring.child),
      visitType('Bilan', 'Check-up', 40, bring.childCheckUp, { afterMinutes: 10 }),
      visitType('Vaccin', 'Vaccine', 10, bring.childVaccine, { autoConfirm: true }),
    ],
  },
  idris: {
    id: '0a7c1f6e-0000-4000-8000-000000000002',
    slug: 'idris-okafor',
    name: 'Idris Okafor',
    form: 'Dr',
    specialty: 'general',
    email: 'idris@lilas.example',
    language: 'en',
    stepMinutes: 20,
    hours: hours([1, 2, 4, 5, 6], ['09:10', '19:10']),
    breaks: pauses([1, 2, 4, 5, 6], ['12:10', '14:10']),
    noticeMinutes: 0,
    visitTypes: [
      visitType('Consultation', 'Consultation', 20, bring.adult),
      visitType('Bilan', 'Check-up', 40, bring.adultCheckUp),
      visitType('Vaccin', 'Vaccine', 10, bring.adultVaccine, { autoConfirm: true }),
    ],
  },
  claire: {
    id: '0a7c1f6e-0000-4000-8000-000000000003',
    slug: 'claire-moreau',
    name: 'Claire Moreau',
    form: 'Dre',
    specialty: 'general',
    email: 'claire@lilas.example',
    language: 'fr',
    stepMinutes: 20,
    hours: hours([1, 3, 5], ['08:30', '13:10']),
    breaks: [],
    noticeMinutes: 0,
    visitTypes: [
      visitType('Consultation', 'Consultation', 20, bring.adult),
      visitType('Consultation longue', 'Long consultation', 40, bring.adult),
    ],
  },
  samuel: {
    id: '0a7c1f6e-0000-4000-8000-000000000004',
    slug: 'samuel-roth',
    name: 'Samuel Roth',
    form: 'Dr',
    specialty: 'cardiology',
    email: 'samuel@lilas.example',
    language: 'en',
    stepMinutes: 30,
    hours: hours([2, 4], ['09:15', '12:15'], ['14:00', '17:00']),
    breaks: [],
    noticeMinutes: 1440,
    visitTypes: [
      visitType('Consultation', 'Consultation', 30, bring.heart),
      visitType('Électrocardiogramme', 'Electrocardiogram', 20, bring.heart),
      visitType('Épreuve d’effort', 'Stress test', 60, bring.heartTest, { beforeMinutes: 15, afterMinutes: 15 }),
    ],
  },
  sofia: {
    id: '0a7c1f6e-0000-4000-8000-000000000005',
    slug: 'sofia-duarte',
    name: 'Sofia Duarte',
    form: 'Dre',
    specialty: 'gynaecology',
    email: 'sofia@lilas.example',
    language: 'fr',
    stepMinutes: 30,
    hours: hours([1, 2, 3, 4], ['13:30', '18:00']),
    breaks: [],
    noticeMinutes: 120,
    visitTypes: [
      visitType('Consultation', 'Consultation', 30, bring.adult),
      visitType('Échographie', 'Ultrasound', 30, bring.scan, { afterMinutes: 15 }),
    ],
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
  stepMinutes: number
  hours: readonly OpeningHours[]
  breaks: readonly Break[]
  noticeMinutes: number
  visitTypes: readonly VisitType[]
}

/** The hours a doctor of the cast keeps, as the domain reads them. */
export function scheduleOf({ id, stepMinutes, noticeMinutes, hours, breaks }: CastDoctor): DoctorSchedule {
  const { timeZone } = clinic
  const known = { doctorId: id, timeZone, stepMinutes, noticeMinutes, hours, breaks }
  return { ...known, horizonDays: 84, timeOff: [], holidays: [] }
}

/** What a doctor of the cast is usually visited for. */
export function usualVisitOf({ visitTypes: [usual] }: CastDoctor): VisitType {
  if (!usual) throw new Error('every doctor of the cast can be visited for something')
  return usual
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
