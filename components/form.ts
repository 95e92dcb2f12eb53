/** What the server answers to a form: why it was sent back, and what was typed. */
export type FormAnswer = {
  refusals: { field: string | null; name: string; data?: unknown }[]
  values: Record<string, string>
  /** The reference under which a fault of ours stands in the log. */
  fault?: string
}

export type FormAction = (before: FormAnswer, form: FormData) => Promise<FormAnswer>
