/** A visit by when (ISO instant) and with whom it is. */
export type LastVisit = { startsAt: string; doctor: { name: string; form: 'Dre' | 'Dr' } }

/** How often somebody did not come, and the visit that was last, or that is next where none was yet. */
export type SeenOf = { missed: number; visit: LastVisit | null }

/** Somebody as they are found, under the id they are known as. */
export type FoundPatient = SeenOf & {
  id: string
  name: string
  /** ISO day. */
  birthDate: string | null
  phone: string | null
  email: string | null
}

/** Who is found, the likeliest first, and how many there are in all. `isAsked`: whether enough was typed to look. */
export type FoundPatients = { people: FoundPatient[]; total: number; isAsked: boolean }

/** Who is found by what was typed. */
export type FoundAnswer = { typed: string; found: FoundPatients }
