import { setTimeout as sleep } from 'node:timers/promises'
import type { InngestServer } from '@/lib/settings/inngest-server'
import { nameOf, wantsKeys } from './reach/reach-inngest'
import { StartFailure } from './start-failure'

type Asked = {
  server: InngestServer
  /** Where the app is reached from here. */
  origin: string
  /** Where the server will call it. */
  calledBackAt: string
  patienceMs: number
}

type Said = { status: number; message: string }

const everyMs = 500
const answerMs = 30_000

/**
 * Rings the app's doorbell, as Inngest would: the app then posts its functions to its Inngest, and says what came of
 * it. Throws StartFailure with the setting to correct and the cure.
 */
export async function registerApp({ server, origin, calledBackAt, patienceMs }: Asked): Promise<void> {
  for (const begin = Date.now(); ; await sleep(everyMs)) {
    const said = await ring(origin)
    if (isRegistered(said)) return
    const refused = refusal(said, server, calledBackAt)
    if (refused) throw new StartFailure(refused)
    if (Date.now() - begin >= patienceMs) throw new StartFailure(impatience(said, server))
  }
}

/** Rings once: whether its Inngest has taken the app's functions. */
export async function hasRegistered(origin: string): Promise<boolean> {
  return isRegistered(await ring(origin))
}

async function ring(origin: string): Promise<Said> {
  const doorbell = new URL('/api/inngest', origin)
  try {
    const answer = await fetch(doorbell, { method: 'PUT', signal: AbortSignal.timeout(answerMs) })
    const { message } = (await answer.json()) as { message?: string }
    return { status: answer.status, message: message ?? `the app answered ${answer.status}` }
  } catch (error) {
    return { status: 0, message: `The app does not answer at ${doorbell.href} (${(error as Error).message})` }
  }
}

/** The SDK answers 200 also when the server refused and said so without a status; its words are what tells. */
function isRegistered({ status, message }: Said): boolean {
  return status === 200 && message === 'Successfully registered'
}

/** Returns the sentence when asking again would not help; undefined when it may. */
function refusal({ status, message }: Said, server: InngestServer, calledBackAt: string): string | undefined {
  if (/unauthori[sz]ed|forbidden|authentication|signing key|status code: 40[13]/i.test(message) || status === 401) {
    if (server.kind === 'dev') return wantsKeys(server.namedBy, server.url)
    return `INNGEST_SIGNING_KEY: ${nameOf(server)} refuses this signing key. Set the one that it was given.`
  }
  if (status === 0 || /fetch failed|status code: 5\d\d/.test(message)) return undefined
  return `${server.namedBy}: ${nameOf(server)} refuses the functions of ${calledBackAt}: ${message}.`
}

/** Returns the sentence when asking did not help for long enough. */
function impatience({ status, message }: Said, server: InngestServer): string {
  if (status === 0) return `${message}. Start it, or correct INNGEST_SERVE_ORIGIN.`
  return `${server.namedBy}: ${nameOf(server)} takes no functions: ${message}.`
}
