import type { SpokenLanguage } from './spoken-languages'

/** What the health insurance calls a doctor's fees; each has its words in `messages`. */
export const sectors = ['one', 'two', 'two_optam', 'none'] as const
export type Sector = (typeof sectors)[number]

/** What patients read of a doctor beside the name. Texts that nobody wrote are empty. */
export type DoctorProfile = {
  about: { fr: string; en: string }
  languages: readonly SpokenLanguage[]
  /** Null is not said. */
  sector: Sector | null
  fees: { fr: string; en: string }
  /** Null is not said. */
  takesNewPatients: boolean | null
}

/** Of whom nothing was written yet. */
export const blankProfile: DoctorProfile = {
  about: { fr: '', en: '' },
  languages: [],
  sector: null,
  fees: { fr: '', en: '' },
  takesNewPatients: null,
}
