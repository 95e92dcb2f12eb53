import { readFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '@/lib/settings/env'

/** Where Next writes down which actions a build has. */
const manifest = path.join('.next', 'server', 'server-reference-manifest.json')

let known: ReadonlySet<string> | undefined

/** Returns whether this build has a server action of that id. In development every id counts as known. */
export function knowsAction(id: string): boolean {
  if (env().NODE_ENV === 'development') return true
  known ??= new Set(Object.keys(JSON.parse(readFileSync(manifest, 'utf8')).node))
  return known.has(id)
}
