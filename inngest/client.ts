import { Inngest } from 'inngest'
import { settleEnvironment } from '@/lib/env'
import { faultOf, log } from '@/lib/log'
import { keptFetch } from './kept-fetch'

settleEnvironment()

/** The SDK's own environment variables decide which server carries the events; see docs/operations.md. */
export const inngest = new Inngest({
  id: 'carnet',
  fetch: keptFetch,
  logger: {
    debug: (...words) => log().debug({ words: words.map(sayable) }, 'inngest'),
    info: (...words) => log().debug({ words: words.map(sayable) }, 'inngest'),
    warn: (...words) => log().warn({ words: words.map(sayable) }, 'inngest'),
    error: (...words) => log().error({ words: words.map(sayable) }, 'inngest'),
  },
})

/** What the SDK logs beside its own sentences may be anything that was thrown. */
function sayable(word: unknown): unknown {
  return typeof word === 'string' ? word : faultOf(word)
}
