import { Inngest, RetryAfterError } from 'inngest'
import { makeEnvironmentPlain } from '@/lib/settings/env'
import { faultOf, log } from '@/lib/telemetry/log'
import { keptFetch } from './kept-fetch'

makeEnvironmentPlain()

/** The SDK's own environment variables decide which server carries the events; see docs/operations.md. */
export const inngest = new Inngest({
  id: 'carnet',
  fetch: keptFetch,
  logger: {
    debug: (...words) => log().debug({ words: words.map(sayable) }, 'inngest'),
    info: (...words) => log().debug({ words: words.map(sayable) }, 'inngest'),
    warn: (...words) => log().warn({ words: words.map(sayable) }, 'inngest'),
    error: (...words) => log()[words.some(isPutOff) ? 'debug' : 'error']({ words: words.map(sayable) }, 'inngest'),
  },
})

/** What the SDK logs beside its own sentences may be anything that was thrown. */
function sayable(word: unknown): unknown {
  return typeof word === 'string' ? word : faultOf(thrown(word))
}

/** A step that asks to be called again later has not failed. */
function isPutOff(word: unknown): boolean {
  return thrown(word) instanceof RetryAfterError
}

function thrown(word: unknown): unknown {
  return typeof word === 'object' && word !== null && 'err' in word ? word.err : word
}
