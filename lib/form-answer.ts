/** Why a form was sent back. `field` is where the sentence stands; none means above the form. */
export type FormRefusal = { field: string | null; name: string; data?: unknown }

/** What the server answers to a form: why it was sent back, and what was typed. */
export type FormAnswer = {
  refusals: FormRefusal[]
  values: Record<string, string>
  /** The reference under which a fault of ours stands in the log. */
  fault?: string
}

/** A server action behind a form. */
export type FormAction = (before: FormAnswer, form: FormData) => Promise<FormAnswer>

/** A form that was not sent yet. */
export const freshForm: FormAnswer = { refusals: [], values: {} }

/** What the server answers when the same was done with many: to how many, how many had changed or could not, or why not. */
export type BulkAnswer = {
  outcome: { done: number; changed: number; refused: number } | null
  refusal: string | null
}

/** A server action behind a form about many. */
export type BulkAction = (before: BulkAnswer, form: FormData) => Promise<BulkAnswer>

/**
 * What the server answers when visits were compared with a doctor's own calendar, or taken out of it: what became of how
 * many, how many are left for another time, or why it could not be done.
 */
export type AlignAnswer = {
  outcome: { right: number; written: number; removed: number; at_work: number } | null
  left: number
  refusal: FormRefusal | null
}

/** A server action behind such a form. */
export type AlignAction = (before: AlignAnswer, form: FormData) => Promise<AlignAnswer>
