import type { WrittenClinicProfile } from '@/lib/commands/clinic/set-clinic-profile'
import type { DoctorProfile } from '@/lib/domain/people/doctor-profile'
import type { doctors } from './cast'

/** What the clinic of the demo says of itself. */
export const clinicProfile: WrittenClinicProfile = {
  hours: ['08:30–19:00', '08:30–19:00', '08:30–19:00', '08:30–19:00', '08:30–19:00', '09:00–12:30', ''],
  emergencyNumbers: ['15', '112'],
  directions: {
    fr: 'Métro 11, Mairie des Lilas, 4 minutes à pied. Bus 105 et 129, arrêt Mairie des Lilas.\nStationnement : parking du Marché, 200 m.',
    en: 'Métro line 11, Mairie des Lilas, 4 minutes on foot. Buses 105 and 129, Mairie des Lilas stop.\nParking: parking du Marché, 200 m.',
  },
  access: {
    fr: 'Entrée de plain-pied, ascenseur, toilettes adaptées. Boucle magnétique à l’accueil, chiens guides et poussettes bienvenus.',
    en: 'Step-free entrance, lift, accessible toilet. Hearing loop at the front desk; guide dogs and pushchairs welcome.',
  },
  payment: {
    fr: 'Carte Vitale, tiers payant, carte bancaire et espèces.',
    en: 'Carte Vitale, direct billing, bank card and cash.',
  },
}

/** What its doctors say of themselves. */
export const profiles: Record<keyof typeof doctors, DoctorProfile> = {
  helene: {
    about: {
      fr: 'Pédiatre depuis 2009, elle suit les enfants de la naissance à 16 ans. Attentive au sommeil, à l’asthme et aux parents fatigués.',
      en: 'A paediatrician since 2009, she sees children from birth to 16, with an eye for sleep, asthma and tired parents.',
    },
    languages: ['fr', 'en', 'ar'],
    sector: 'one',
    fees: { fr: '31,50 €, carte Vitale et tiers payant', en: '€31.50, carte Vitale and direct billing' },
    takesNewPatients: true,
  },
  idris: {
    about: {
      fr: 'Médecin de famille depuis 2014, formé à Lagos et à Lyon. Il suit diabète et tension, et prend le temps d’expliquer un résultat.',
      en: 'A family doctor since 2014, trained in Lagos and Lyon. He follows diabetes and blood pressure, and takes the time to explain a result.',
    },
    languages: ['fr', 'en', 'ha'],
    sector: 'one',
    fees: { fr: '30 €, carte Vitale et tiers payant', en: '€30, carte Vitale and direct billing' },
    takesNewPatients: true,
  },
  claire: {
    about: {
      fr: 'Médecin généraliste aux Lilas depuis vingt ans. Elle reçoit aussi les adolescents seuls, et suit les personnes âgées à domicile le jeudi.',
      en: 'A general practitioner in Les Lilas for twenty years. She also sees teenagers on their own, and older people at home on Thursdays.',
    },
    languages: ['fr', 'es'],
    sector: 'one',
    fees: { fr: '30 €, carte Vitale et tiers payant', en: '€30, carte Vitale and direct billing' },
    takesNewPatients: false,
  },
  samuel: {
    about: {
      fr: 'Cardiologue, il partage sa semaine entre le centre et l’hôpital. Un courrier de votre médecin traitant lui est utile.',
      en: 'A cardiologist who divides his week between the clinic and the hospital. A letter from your own doctor helps him.',
    },
    languages: ['fr', 'en', 'de'],
    sector: 'two_optam',
    fees: { fr: 'de 60 € à 95 €, carte Vitale', en: '€60 to €95, carte Vitale' },
    takesNewPatients: true,
  },
  sofia: {
    about: {
      fr: 'Gynécologue, pour le suivi, la contraception et la grossesse jusqu’au septième mois. Vous pouvez venir accompagnée.',
      en: 'A gynaecologist for check-ups, contraception and pregnancy up to the seventh month. You may bring somebody with you.',
    },
    languages: ['fr', 'pt', 'es'],
    sector: 'two_optam',
    fees: { fr: 'de 55 € à 80 €, carte Vitale', en: '€55 to €80, carte Vitale' },
    takesNewPatients: true,
  },
}

/** Who answers for its pages, and since when. */
export const reviewed = { owner: 'Ada Lindqvist', reviewedOn: '2026-09-01' }
