import { ExternalServiceError } from '@/lib/adapters/external-service-error'
import { deliverMessage } from '@/lib/adapters/messages'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { faultOf, log } from '@/lib/telemetry/log'

const patienceMs = 10_000

/**
 * Sends a stored message that no saga carries, in one attempt: whoever waits for it in vain asks for another.
 */
export async function deliverOnce(key: string): Promise<void> {
  const call = { key, signal: AbortSignal.timeout(patienceMs), lostSince: null }
  await deliverMessage(db(), key, call, isoNow()).catch((error) => {
    const cause = error instanceof ExternalServiceError ? error.cause : undefined
    log().warn({ fault: faultOf(error), cause }, 'a message that no saga carries was not sent')
  })
}
