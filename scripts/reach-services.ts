import type { StartEnv } from '@/lib/env'
import { wordOnKafka } from './reach-kafka'
import { wordOnSmtp } from './reach-smtp'

/** A sentence for each service of the clinic's own: where events and mails go, or why they wait. None keeps a clinic closed. */
export async function wordsOnServices(settings: StartEnv): Promise<string[]> {
  const words = await Promise.all([wordOnKafka(settings), wordOnSmtp(settings.SMTP_URL)])
  return words.filter((word) => word !== '')
}
