/**
 * The most characters that each kind of text may have: what a field lets somebody type is what its receiver takes, since
 * both read it here.
 */
export const limits = {
  personName: 120,
  /** Of a visit type, and of a day on which the clinic is closed. */
  shortName: 60,
  /** RFC 5321: what a mail server must take. */
  email: 254,
  phone: 40,
  /** What the clinic says of itself, and how a doctor signs in to a calendar. */
  line: 200,
  /** A reason or a note: a few sentences. */
  words: 500,
  /** What a page says of the clinic, in one language. */
  pageText: 20_000,
  url: 500,
  password: 200,
  /** An app password of somebody else's server. */
  serverPassword: 500,
  search: 200,
  /** An ISO day. */
  day: 10,
  /** An hour such as 08:30, with room for one as people type it. */
  clock: 6,
  /** A whole or decimal number of hours, minutes or days. */
  number: 6,
  /** Six digits, with the spaces that somebody copied along. */
  code: 20,
} as const satisfies Record<string, number>

export type Limit = keyof typeof limits

/** The fewest characters of a password that somebody chooses. */
export const passwordLeast = 10
