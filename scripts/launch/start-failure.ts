/** Why Carnet cannot be brought up, in words for the person at the keyboard: printed without a stack. */
export class StartFailure extends Error {
  override name = 'StartFailure'
}

/**
 * Returns what to print of an error: the words of one of ours or of the file system; of any other also where it
 * happened.
 */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as NodeJS.ErrnoException
  if (error instanceof StartFailure) return error.message
  if (code === 'EACCES' || code === 'EPERM') return `This account may not use ${path}: it belongs to another one.`
  return code && path ? error.message : (error.stack ?? error.message)
}
