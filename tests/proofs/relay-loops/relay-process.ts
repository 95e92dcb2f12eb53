import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Db } from '@/lib/db/client'
import { type Post, relay } from '@/lib/outbox/relay'
import type { Report } from './seen'

// A relay in a process of its own, to be killed. The relay is the real one; only what it is given tells the harness, at
// each point of its work, that the point is reached, and goes on when the harness has answered.
const { DATABASE_URL = '', HARNESS = '', LEASE_MS, RETRY_MS, RESEND_MS } = process.env
const durations = { leaseMs: Number(LEASE_MS), retryMs: Number(RETRY_MS), resendMs: Number(RESEND_MS) }
let listed = 0
let posted: string[] = []

async function tell(report: Report): Promise<number> {
  const body = JSON.stringify({ pid: process.pid, ...report })
  const response = await fetch(HARNESS, { method: 'POST', body })
  if (!response.ok) throw new Error(`answered ${response.status}`)
  return Number(await response.text())
}

const watched = connect(DATABASE_URL, 2).$extends({
  query: {
    async $queryRaw({ args, query }) {
      listed = await tell({ what: 'listing' })
      return query(args)
    },
    async $executeRaw({ args, query }) {
      await tell({ what: 'before the lease' })
      const taken: unknown = await query(args)
      const [, , until, at] = (args as unknown as { values: Date[] }).values
      if (taken === 1 && until && at) {
        await tell({ what: 'after the lease', until: until.toISOString(), at: at.toISOString() })
      }
      return taken
    },
    outbox: {
      async updateMany({ args, query }) {
        if (args.data.status !== 'SENT') return query(args)
        await tell({ what: 'after the post' })
        const answer = await query(args)
        await tell({ what: 'after marking', wireIds: posted })
        return answer
      },
    },
    lease: {
      async updateMany({ args, query }) {
        await tell({ what: 'before the release' })
        return query(args)
      },
    },
  },
})

const post: Post = async (events) => {
  await tell({ what: 'before the post' })
  posted = events.map(({ id }) => id)
  await tell({ what: 'during the post', listed, events })
}

for (;;) {
  await relay(watched as unknown as Db, post, { ...durations, now: () => new Date() }).catch(() => {})
  await sleep(15)
}
