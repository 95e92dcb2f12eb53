import type { StartEnv } from '@/lib/settings/env'
import { wordOnKafka } from './reach-kafka'
import { wordOnSmtp } from './reach-smtp'

/**
 * Returns a sentence for each service of the clinic's own: where events and mails go, or why they wait; and for what it
 * does without. None keeps a clinic closed.
 */
export async function wordsOnServices(settings: StartEnv): Promise<string[]> {
  const words = await Promise.all([wordOnKafka(settings), wordOnSmtp(settings.SMTP_URL)])
  return [...words, wordOnSource(settings)].filter((word) => word !== '')
}

/** A clinic that people reach by a name of its own stands behind a proxy, which alone knows who calls. */
function wordOnSource({ CARNET_URL, SOURCE_HEADER }: StartEnv): string {
  if (!CARNET_URL || SOURCE_HEADER) return ''
  return 'Limits: SOURCE_HEADER is not set, so nobody’s address is known, and none is limited by it.'
}
