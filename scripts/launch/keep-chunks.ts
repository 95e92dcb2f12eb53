import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { dayMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'

const served = path.join('.next', 'static', 'chunks')
const aside = path.join('.next', 'cache', 'earlier-chunks')
/** A page that has been open for longer is loaded anew. */
const keptMs = 14 * dayMs

/**
 * Sets the scripts of the build that is there aside, since Next is about to remove them. Returns how to put them beside
 * those of the new one: a page that was open meanwhile asks for them at its next press. Their names follow from what is
 * in them, so none is ever another's.
 */
export function keepChunks(): () => void {
  rmSync(aside, { recursive: true, force: true })
  if (!existsSync(served)) return () => {}
  cpSync(served, aside, { recursive: true, preserveTimestamps: true })
  for (const name of readdirSync(aside, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(aside, name)
    const found = statSync(file)
    if (found.isFile() && found.mtimeMs < Date.parse(isoNow()) - keptMs) rmSync(file)
  }
  return () => cpSync(aside, served, { recursive: true, preserveTimestamps: true, force: false })
}
