import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createFile } from './create-file'

/** Returns the clinic's secret: made once, kept in the data folder, readable by its owner alone. */
export function keptSecret(folder: string): string {
  return kept(folder, 'secret', () => randomBytes(33).toString('base64url'))
}

/**
 * Returns the key that server actions are named and sealed by, kept in the same way and from nothing else: with another
 * one every form that is open over an update would be unknown.
 */
export function keptActionKey(folder: string): string {
  return kept(folder, 'action-key', () => randomBytes(32).toString('base64'))
}

function kept(folder: string, name: string, make: () => string): string {
  const file = path.join(folder, name)
  createFile(file, `${make()}\n`, 0o600)
  return readFileSync(file, 'utf8').trim()
}

/**
 * Returns the keys that the app and the embedded engine know each other by. They follow from the secret; nothing is
 * kept.
 */
export function engineKeys(secret: string) {
  const derive = (name: string) => createHmac('sha256', secret).update(name).digest('hex')
  return {
    INNGEST_SIGNING_KEY: `signkey-embedded-${derive('inngest signing key')}`,
    INNGEST_EVENT_KEY: derive('inngest event key'),
  }
}
