import { linkSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Makes a file that did not exist, whole from its first moment: of two who try at once one wins, and nobody ever
 * reads half of it. Returns whether we won.
 */
export function createFile(file: string, text: string, mode = 0o644): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text, { mode, flush: true })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
