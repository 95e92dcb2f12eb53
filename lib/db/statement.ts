import type { Db } from './client'

type Value = string | number | null | readonly string[] | readonly number[]

/** A statement with a name for each of its arguments. Its text is the same every time, so that Postgres keeps it prepared. */
export type Statement<Args extends Record<string, Value>, Row> = {
  /** As it was written, with its names. */
  text: string
  read: (db: Db, args: Args) => Promise<Row[]>
}

/**
 * Makes a statement of a text in which arguments stand by name: `$now::timestamptz`. A name may stand in several places and
 * is sent once; which number it has is nobody's concern. Throws when an argument is not given.
 */
export function statement<Args extends Record<string, Value>, Row>(text: string): Statement<Args, Row> {
  const names: string[] = []
  const sql = text.replaceAll(/\$([a-z]\w*)/gi, (_, name: string) => {
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  const given = (args: Args, name: string) => {
    if (args[name] === undefined) throw new Error(`a statement lacks ${name}`)
    return args[name]
  }
  return { text, read: (db, args) => db.$queryRawUnsafe<Row[]>(sql, ...names.map((name) => given(args, name))) }
}
