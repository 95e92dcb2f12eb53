import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createFile } from './create-file'

/** The clinic's secret: made once, kept in the data folder, readable by its owner alone. */
export function keptSecret(folder: string): string {
  const file = path.join(folder, 'secret')
  createFile(file, `${randomBytes(33).toString('base64url')}\n`, 0o600)
  return readFileSync(file, 'utf8').trim()
}

/** The keys that the app and the embedded engine know each other by. They follow from the secret; nothing is kept. */
export function engineKeys(secret: string) {
  const derive = (name: string) => createHmac('sha256', secret).update(name).digest('hex')
  return {
    INNGEST_SIGNING_KEY: `signkey-embedded-${derive('inngest signing key')}`,
    INNGEST_EVENT_KEY: derive('inngest event key'),
  }
}
