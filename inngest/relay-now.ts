import { db } from '@/lib/db/client'
import { type Post, relay } from '@/lib/outbox/relay'
import { env } from '@/lib/settings/env'
import { faultOf, log } from '@/lib/telemetry/log'
import { inngest } from './client'

const post: Post = async (events) => {
  await inngest.send(events)
}

/**
 * Posts what the outbox holds, right after a response. A failure is logged and nothing else: the event is recorded, and
 * the sweep posts it within a minute.
 */
export async function relayNow(): Promise<void> {
  try {
    await relay(db(), post, { resendMs: env().OUTBOX_RESEND_MS, now: () => new Date() })
  } catch (error) {
    log().warn({ fault: faultOf(error) }, 'relay failed; the sweep will post')
  }
}
