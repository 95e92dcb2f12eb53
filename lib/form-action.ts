import { randomUUID } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { FormAnswer, FormRefusal } from './form-answer'
import { faultOf, log } from './log'

type Work<Input> = (input: Input) => Promise<FormRefusal[]>

/**
 * What every form goes through: parsed at the door, refused beside the field with nothing lost, and a fault shown as an
 * apology with a reference. The schema's messages are the refusals' names. On success `work` redirects or returns none.
 */
export async function formAction<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  work: Work<z.output<Schema>>,
): Promise<FormAnswer> {
  const fields = [...form].map(
    ([name, value]) => [name, typeof value === 'string' ? withoutNul(value) : value] as const,
  )
  const values = Object.fromEntries(fields.filter(([name, value]) => isShown(name) && typeof value === 'string'))
  const state = { values: values as Record<string, string> }
  const parsed = schema.safeParse(Object.fromEntries(fields))
  if (!parsed.success) {
    const refusals = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), name: message }))
    return { ...state, refusals: refusals.filter(isFirstOfField) }
  }
  try {
    return { ...state, refusals: await work(parsed.data) }
  } catch (error) {
    unstable_rethrow(error)
    const reference = randomUUID().slice(0, 8)
    log().error({ reference, fault: faultOf(error) }, 'a form failed')
    return { ...state, refusals: [], fault: reference }
  }
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
  return all.findIndex((one) => one.field === field) === index
}
