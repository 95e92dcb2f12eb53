import { setTimeout as sleep } from 'node:timers/promises'
import { StartFailure } from './start-failure'

const everyMs = 100

/** Asks until the answer is yes; an error counts as no. Throws StartFailure with `otherwise` after `patienceMs`. */
export async function waitUntil(isSo: () => Promise<boolean>, patienceMs: number, otherwise: string): Promise<void> {
  for (const begin = Date.now(); Date.now() - begin < patienceMs; await sleep(everyMs)) {
    if (await isSo().catch(() => false)) return
  }
  throw new StartFailure(otherwise)
}
