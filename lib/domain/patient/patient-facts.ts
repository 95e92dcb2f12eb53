/** As the health insurance writes it. */
export const sexes = ['female', 'male'] as const

export type Sex = (typeof sexes)[number]

/** What the clinic knows of somebody; null is not said. */
export type PatientFacts = {
  /** The name at birth, as the civil registry has it. */
  birthName: string
  /** The one they go by, where it is another. */
  usedName: string | null
  /** All of them, in their order: `Anne-Lise Marie`. */
  firstNames: string
  sex: Sex | null
  /** ISO day. */
  birthDate: string | null
  birthPlace: string | null
  email: string | null
  /** With its country: `+33639980001`. */
  phone: string | null
  language: 'fr' | 'en'
  /** What the desk should know. */
  notes: string | null
}

/** Returns how somebody is called at the clinic: by the first of their first names and the name they go by. */
export function shownName({
  firstNames,
  usedName,
  birthName,
}: Pick<PatientFacts, 'firstNames' | 'usedName' | 'birthName'>) {
  const [first = ''] = firstNames.split(/[\s,]+/)
  return `${first} ${usedName ?? birthName}`.trim()
}
