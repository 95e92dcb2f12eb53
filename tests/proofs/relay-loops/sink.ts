import { acknowledgeEvent } from '@/lib/commands/saga/acknowledge-event'
import type { Db } from '@/lib/db/client'
import type { Posted } from '@/lib/outbox/relay'
import type { Seen } from './seen'

type Post = { pid: number; listed: number; events: Posted[] }

/** Where events arrive. */
export type Sink = {
  /** Writes down what arrives, and answers whether it says so. */
  receive: (post: Post) => Promise<boolean>
  /** Answers the next post with an error, though it was written down or without that; done when it has. */
  refuseNext: (how: 'heard' | 'unheard') => Promise<void>
}

type Refusal = { how: 'heard' | 'unheard'; done: () => void }

/** A sink that writes into the record and acknowledges sooner or later. */
export function openSink(db: Db, seen: Seen[]): Sink {
  let refusal: Refusal | undefined
  const acknowledge = async (eventId: string) => {
    await acknowledgeEvent(db, eventId)
    seen.push({ what: 'acknowledged', eventId })
  }
  const take = async ({ id: wireId, data }: Posted, { pid, listed }: Post) => {
    const eventId = String(data.eventId)
    const isFirst = !seen.some((entry) => entry.what === 'arrival' && entry.eventId === eventId)
    seen.push({ what: 'arrival', pid, listed, wireId, eventId })
    const habit = isFirst ? habitOf(eventId) : 'at once'
    if (habit === 'at once') await acknowledge(eventId)
    if (habit === 'soon') setTimeout(() => void acknowledge(eventId), 5)
  }
  return {
    async receive(post) {
      const refused = refusal
      refusal = undefined
      if (refused?.how !== 'unheard') for (const event of post.events) await take(event, post)
      refused?.done()
      return !refused
    },
    refuseNext(how) {
      return new Promise((done) => {
        refusal = { how, done }
      })
    },
  }
}

/** When an event is acknowledged: before its first post is answered, after that, or only when it comes again. */
function habitOf(eventId: string): 'at once' | 'soon' | 'later' {
  return (['at once', 'soon', 'later'] as const)[Number.parseInt(eventId.slice(0, 4), 16) % 3] ?? 'soon'
}
