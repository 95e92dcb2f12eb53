import { randomUUID } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { faultOf, log } from '@/lib/telemetry/log'
import type { Field } from './fields'
import type { FormAnswer, FormRefusal } from './form-answer'

/** Why it was not done, if it was not; or what the form is to show now that it was. */
export type Done = FormRefusal[] | { shown: Record<string, string> }
type Work<Input> = (input: Input) => Promise<Done>

/**
 * What every form goes through: parsed at the door, refused beside the field with nothing lost, and a fault shown as an
 * apology with a reference. On success `work` redirects, or returns none or what is to be shown.
 */
export async function formAction<Values>(form: Field<Values>, data: FormData, work: Work<Values>): Promise<FormAnswer> {
  const fields = [...data].map(
    ([name, value]) => [name, typeof value === 'string' ? withoutNul(value) : value] as const,
  )
  const values = Object.fromEntries(fields.filter(([name, value]) => isShown(name) && typeof value === 'string'))
  const state = { values: values as Record<string, string> }
  const parsed = readForm(form, Object.fromEntries(fields))
  if (!parsed.ok) return { ...state, refusals: parsed.refusals }
  try {
    const done = await work(parsed.value)
    return Array.isArray(done)
      ? { ...state, refusals: done }
      : { values: { ...state.values, ...done.shown }, refusals: [] }
  } catch (error) {
    unstable_rethrow(error)
    const reference = randomUUID().slice(0, 8)
    log().error({ reference, fault: faultOf(error) }, 'a form failed')
    return { ...state, refusals: [], fault: reference }
  }
}

type ReadForm<Values> = { ok: true; value: Values } | { ok: false; refusals: FormRefusal[] }

/** Returns what was sent as the form reads it, or why it is sent back: one refusal a field. */
export function readForm<Values>({ schema }: Field<Values>, sent: Record<string, unknown>): ReadForm<Values> {
  const parsed = schema.safeParse(sent, { error: () => 'request_invalid' })
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, refusals: parsed.error.issues.map(toRefusal).filter(isFirstOfField) }
}

/** What fields are refused by are refusals' names, and what a sentence needs goes with them: `fields.ts` makes no others. */
function toRefusal(issue: z.core.$ZodIssue): FormRefusal {
  const data: unknown = issue.code === 'custom' ? issue.params?.data : null
  return { field: String(issue.path[0]), name: issue.message, data } as FormRefusal
}

/** Postgres keeps every character but this one, which nobody types. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}

/** Next's own fields and passwords are not given back. */
function isShown(name: string): boolean {
  return !name.startsWith('$') && name !== 'password'
}

function isFirstOfField({ field }: FormRefusal, index: number, all: FormRefusal[]): boolean {
  return all.findIndex((refusal) => refusal.field === field) === index
}
