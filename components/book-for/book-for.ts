/** Whom the clinic books for, when it knows them. */
export type KnownPatient = {
  id: string
  name: string
  phone: string | null
  email: string | null
  /** ISO day. */
  birthDate: string | null
}

/** What one can come for. */
export type OfferedType = { id: string; name: { fr: string; en: string }; minutes: number }

/** A day with its free hours: when it begins, and each hour (ISO instants). */
export type FreeDay = { day: string; at: string; hours: readonly string[] }
