import { Inngest } from 'inngest'
import { settleEnvironment } from '@/lib/env'
import { log } from '@/lib/log'
import { keptFetch } from './kept-fetch'

settleEnvironment()

/** The SDK's own environment variables decide which server carries the events; see docs/operations.md. */
export const inngest = new Inngest({
  id: 'carnet',
  fetch: keptFetch,
  logger: {
    debug: (...words) => log().debug({ words }, 'inngest'),
    info: (...words) => log().debug({ words }, 'inngest'),
    warn: (...words) => log().warn({ words }, 'inngest'),
    error: (...words) => log().error({ words }, 'inngest'),
  },
})
