import type { FieldRefusal, RefusalData, RefusalName } from '@/lib/refusals'
import type { Refusal } from '@/lib/result'

/** Why a form was sent back. `field` is where the sentence stands; none means above the form. */
export type FormRefusal = FieldRefusal<string | null>

/** A command's refusal that people are told. */
export type Told = { [Name in RefusalName]: Refusal<Name, RefusalData[Name]> }[RefusalName]

/** Returns a command's refusal as the form tells it: beside that field, or above the form. */
export function refusedAt(field: string | null, { refused, data }: Told): FormRefusal {
  // A name and its data came together; taken apart, the compiler no longer knows.
  return { field, name: refused, data } as FormRefusal
}

/** What the server answers to a form: why it was sent back, and what was typed. */
export type FormAnswer = {
  refusals: FormRefusal[]
  values: Record<string, string>
  /** The reference under which a fault of ours stands in the log. */
  fault?: string
}

/**
 * What the server answers to an hour that was chosen without JavaScript: for which request, by which proof and until when
 * it is kept; or why it cannot be had.
 */
export type HoldAnswer = {
  held?: { request: string; proof: string; until: string }
  refusal?: FormRefusal
}

/** A server action that keeps an hour. */
export type HoldAction = (before: HoldAnswer, form: FormData) => Promise<HoldAnswer>

/** What the server answers to one act of a doctor: why it was refused, or null. */
export type ActAnswer = { refusal: FormRefusal | null }

/** The same for several acts that came in one request; by the id of each. */
export type ActAnswers = { answers: (ActAnswer & { requestId: string })[] }

/** A server action behind a form. */
export type FormAction = (before: FormAnswer, form: FormData) => Promise<FormAnswer>

/**
 * A form that came back without having been taken: which of the page's, what was typed, and why. With no name it is of
 * none in particular.
 */
export type Untaken = {
  form: string
  values: Record<string, string>
  why: 'form_outdated' | 'signed_in_again'
}

/** The fields of a form that say which of the page's it is, and why it is sent back. */
export const formField = 'form'
export const whyField = 'untaken'

/** Whether a form came back without having been done: with what was typed, and why. */
export function wasSentBack({ refusals, fault }: FormAnswer): boolean {
  return refusals.length > 0 || fault !== undefined
}

/** Returns what a field of a form begins with: what was typed, where it was sent back, or what is known. */
export function keptIn(answer: FormAnswer): (field: string, known: string) => string {
  return (field, known) => (wasSentBack(answer) ? (answer.values[field] ?? '') : known)
}

/** A form that was not sent yet. */
export const freshForm: FormAnswer = { refusals: [], values: {} }

/** What the server answers when the same is to be done with many: the run that does it, or why there is none. */
export type StartAnswer = { runId: string | null; refusal: FormRefusal | null }

/** A server action behind a form about many. */
export type StartAction = (before: StartAnswer, form: FormData) => Promise<StartAnswer>
