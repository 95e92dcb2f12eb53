/** What may be meant by what is typed so far, by kind; and how many there are, in a sentence. */
export type Suggestions = {
  groups: readonly { name: string; options: readonly Suggestion[] }[]
  said: string
  /** When it was asked (ISO instant). */
  now: string
}

export type Suggestion = {
  href: string
  title: string
  detail: string
  /** When its next free hour is (ISO instant). */
  at?: string | undefined
}
